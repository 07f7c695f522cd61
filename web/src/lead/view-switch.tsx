/** Between the two views of the same leads: the list and the board. */
import { IconLayoutKanban, IconList } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import classes from './view-switch.module.css';

interface Props {
  current: 'list' | 'board';
  /** What both views keep. */
  search: { q?: string | undefined; pipeline?: string | undefined; owner?: string | undefined };
}

export function ViewSwitch({ current, search }: Props) {
  const { t } = useTranslation('lead');
  const { slug } = useRegion();
  const { q, pipeline, owner } = search;
  const views = [
    { key: 'list', to: '/r/$region/leads', Icon: IconList },
    { key: 'board', to: '/r/$region/leads/board', Icon: IconLayoutKanban },
  ] as const;
  return (
    <nav aria-label={t('view.label')} className={classes.switch}>
      {views.map(({ key, to, Icon }) => (
        <Link
          key={key}
          to={to}
          params={{ region: slug }}
          search={{ q, pipeline, owner }}
          className={classes.view}
          aria-current={key === current ? 'page' : undefined}
          activeProps={{ 'aria-current': key === current ? 'page' : undefined }}
          data-on={key === current || undefined}
        >
          <Icon size={17} stroke={1.8} aria-hidden />
          {t(`view.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
