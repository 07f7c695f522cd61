/** Paper is light: while a page is printed the light scheme holds, whatever was chosen for the screen. */
const attribute = 'data-mantine-color-scheme';

export function printInLight(): void {
  const root = document.documentElement;
  let onScreen: string | null = null;
  const toPaper = () => {
    onScreen ??= root.getAttribute(attribute);
    root.setAttribute(attribute, 'light');
  };
  const toScreen = () => {
    if (onScreen) root.setAttribute(attribute, onScreen);
    onScreen = null;
  };
  const print = matchMedia('print');
  print.addEventListener('change', () => (print.matches ? toPaper() : toScreen()));
  addEventListener('beforeprint', toPaper);
  addEventListener('afterprint', toScreen);
}
