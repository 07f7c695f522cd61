/** What waits on this device: /leads/waiting. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';

export const offlineRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/leads/waiting',
      beforeLoad: ({ context }) => {
        if (!may(context.membership.roles, 'lead.write')) throw notFound();
      },
      component: lazyRouteComponent(() => import('./waiting.page.tsx'), 'WaitingPage'),
    }),
  ] as const;
