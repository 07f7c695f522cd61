/** The frame of every page of a region: menu at the side or below, the demo's banner, the content with its landmark. */
import { Outlet, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { may } from '../../../src/access/permission.schema.ts';
import { BottomBar } from './bottom-bar.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { RegionProvider } from './region.tsx';
import classes from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { SkipLink } from './skip-link.tsx';

const InboxEvents = lazy(() => import('../inbox/inbox-events.ts'));
const KeptForLater = lazy(() => import('../lead/kept-for-later.ts'));
const ConnectionLine = lazy(() => import('../offline/connection-line.tsx'));

export function Shell() {
  const { session, membership } = useRouteContext({ from: '/r/$region' });
  return (
    <RegionProvider key={membership.region.slug} membership={membership} user={session.user}>
      <div className={classes.shell}>
        <SkipLink />
        <SideNav memberships={session.memberships} />
        <div className={classes.content}>
          {membership.region.demo && <DemoBanner />}
          <Suspense>
            <ConnectionLine />
            {may(membership.roles, 'lead.write') && <KeptForLater />}
            {may(membership.roles, 'lead.read') && <InboxEvents />}
          </Suspense>
          <main id="main" className={classes.main}>
            <Outlet />
          </main>
        </div>
        <BottomBar memberships={session.memberships} />
      </div>
    </RegionProvider>
  );
}
