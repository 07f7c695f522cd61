/** The frame of the settings: one heading, and the way between its pages. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import classes from './settings.module.css';

const PAGES = [
  ['region', '/settings'],
  ['members', '/settings/members'],
  ['partners', '/settings/partners'],
  ['pipelines', '/settings/pipelines'],
  ['lists', '/settings/lists'],
  ['notices', '/settings/notices'],
  ['record', '/settings/record'],
  ['audit', '/settings/audit'],
] as const;

interface Props {
  page: (typeof PAGES)[number][0];
  actions?: ReactNode;
  children: ReactNode;
}

export function SettingsFrame({ page, actions, children }: Props) {
  const { t } = useTranslation('settings');
  const { pagePath } = useRegion();
  return (
    <>
      <PageHeader title={t(`${page}.title`)} sentence={t(`${page}.sentence`)} crumb={t('nav.settings')} actions={actions} />
      <nav aria-label={t('nav.settings')} className={`${classes.pages} no-print`}>
        {PAGES.map(([key, path]) => (
          <Link key={key} to={pagePath(path)} className={classes.page} activeOptions={{ exact: true }}>
            {t(`${key}.title`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
