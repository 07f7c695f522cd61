/** The menu's lines in their groups; a group without lines has no heading. */
import { useTranslation } from 'react-i18next';
import type { CurrentMenu } from './use-menu.ts';
import { MenuLink } from './menu-link.tsx';
import classes from './menu-groups.module.css';
import { useRegion } from './region.tsx';

export function MenuGroups({ menu, onClick }: { menu: CurrentMenu; onClick?: () => void }) {
  const { t } = useTranslation();
  const { name } = useRegion();
  const headings = { main: undefined, reports: t('nav.reports'), region: name };
  return (['main', 'reports', 'region'] as const).map((group) => {
    const items = menu.items.filter((item) => item.group === group);
    const heading = headings[group];
    if (items.length === 0) return null;
    return (
      <div key={group}>
        {heading && (
          <div className={classes.heading} id={`menu-${group}`}>
            {heading}
          </div>
        )}
        <ul className={classes.list} aria-labelledby={heading ? `menu-${group}` : undefined}>
          {items.map((item) => (
            <li key={item.key}>
              <MenuLink item={item} current={item === menu.current} {...(onClick ? { onClick } : {})} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
