/** Facts as words with their values; what is not known is said so. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './lead.module.css';

export function Terms({ children }: { children: ReactNode }) {
  return <dl className={classes.terms}>{children}</dl>;
}

export function Term({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation();
  const isBlank = children === null || children === undefined || children === '';
  return (
    <div>
      <dt>{label}</dt>
      <dd>{isBlank ? <span style={{ color: 'var(--ink-2)' }}>{t('is.unknown')}</span> : children}</dd>
    </div>
  );
}
