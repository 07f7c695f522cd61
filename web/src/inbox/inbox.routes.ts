/** The inbox of a contact person. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';

export const inboxRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/inbox',
      beforeLoad: ({ context }) => {
        if (!may(context.membership.roles, 'lead.read')) throw notFound();
      },
      component: lazyRouteComponent(() => import('./inbox.page.tsx'), 'InboxPage'),
    }),
  ] as const;
