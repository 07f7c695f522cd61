// Sets the colour scheme before anything is painted; a file of its own because the policy allows no inline script.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('suppilo.color-scheme');
  } catch {
    // A browser that refuses storage follows the system.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
