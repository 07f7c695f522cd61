/** The menu at the side of wide screens: brand, region, lines, and the user at its foot. */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../../../src/access/session.schema.ts';
import { Brand } from './brand.tsx';
import { MenuGroups } from './menu-groups.tsx';
import classes from './side-nav.module.css';
import { useMenu } from './use-menu.ts';

const AccountMenu = lazy(() => import('./account-menu.tsx').then(({ AccountMenu }) => ({ default: AccountMenu })));
const RegionSwitch = lazy(() => import('./region-switch.tsx').then(({ RegionSwitch }) => ({ default: RegionSwitch })));

export function SideNav({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useTranslation();
  return (
    <header className={`${classes.side} no-print`}>
      <div className={classes.brand}>
        <Brand />
      </div>
      {memberships.length > 1 && (
        <Suspense fallback={<div className={classes.user} />}>
          <RegionSwitch memberships={memberships} />
        </Suspense>
      )}
      <nav aria-label={t('nav.main')} className={classes.nav}>
        <MenuGroups menu={useMenu()} />
      </nav>
      <Suspense fallback={<div className={classes.user} />}>
        <AccountMenu />
      </Suspense>
    </header>
  );
}
