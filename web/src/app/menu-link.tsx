/** One line of the menu: icon, word, and the number that waits. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from './menu.ts';
import classes from './menu-link.module.css';
import { useRegion } from './region.tsx';
import { Waiting } from './waiting.tsx';

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
      {item.count && <Waiting count={item.count} className={classes.waiting} />}
    </Link>
  );
}
