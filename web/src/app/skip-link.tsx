/** The first stop of the keyboard: past the menu, to the content. */
import { useTranslation } from 'react-i18next';
import classes from './skip-link.module.css';

export function SkipLink() {
  const { t } = useTranslation();
  const skip = (event: React.MouseEvent) => {
    event.preventDefault();
    const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    target?.setAttribute('tabindex', '-1');
    target?.focus();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: it goes to a part of the page; only the address is kept without #main
    <a href="#main" className={`${classes.skip} no-print`} onClick={skip}>
      {t('shell.skip')}
    </a>
  );
}
