/** One line of the menu: icon, word, and the number that waits. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from './menu.ts';
import classes from './menu-link.module.css';
import { type CurrentRegion, useRegion } from './region.tsx';

interface Props {
  item: MenuItem;
  current: boolean;
  onClick?: () => void;
}

export function MenuLink({ item, current, onClick }: Props) {
  const { t } = useTranslation();
  const region = useRegion();
  return (
    <Link
      to={region.pagePath(item.path)}
      className={classes.link}
      aria-current={current ? 'page' : undefined}
      data-current={current || undefined}
      activeProps={{ 'aria-current': current ? 'page' : undefined }}
      onClick={onClick}
    >
      <item.icon size={18} stroke={1.7} aria-hidden />
      {t(`nav.${item.key}`)}
      {item.count && <Waiting count={item.count} region={region} />}
    </Link>
  );
}

function Waiting({ count, region }: { count: NonNullable<MenuItem['count']>; region: CurrentRegion }) {
  const { t } = useTranslation();
  const { data } = useQuery(count(region));
  if (!data) return null;
  return (
    <span className={classes.waiting}>
      <span aria-hidden>{data}</span>
      <span className="hidden-visually">{t('shell.waiting', { count: data })}</span>
    </span>
  );
}
