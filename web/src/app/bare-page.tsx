/** The frame of a page outside a region: brand above, one column, language and accessibility below. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../ui/link.tsx';
import classes from './bare-page.module.css';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SkipLink } from './skip-link.tsx';

export function BarePage({ children, width = 620 }: { children: ReactNode; width?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.page} style={{ '--width': `${width / 16}rem` } as React.CSSProperties}>
      <SkipLink />
      <header className={classes.top}>
        <Brand />
      </header>
      <main id="main" className={classes.main}>
        {children}
      </main>
      <footer className={`${classes.bottom} no-print`}>
        <LanguageSwitch />
        <PageLink to="/accessibility">{t('shell.accessibility')}</PageLink>
      </footer>
    </div>
  );
}
