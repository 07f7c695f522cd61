/** Says on every page of the demo, also in print, that what the report does not state is made up. */
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './demo-banner.module.css';

export function DemoBanner() {
  const { t } = useTranslation();
  return (
    <aside className={classes.banner}>
      <IconInfoCircle size={17} stroke={1.8} aria-hidden />
      <span>{t('shell.demo')}</span>
    </aside>
  );
}
