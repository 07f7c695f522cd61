/** Personal data: what will be deleted soon, and who read or changed what. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';

export const privacyRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/privacy/deletions',
      beforeLoad: ({ context }) => {
        if (!may(context.membership.roles, 'privacy.act')) throw notFound();
      },
      component: lazyRouteComponent(() => import('./deletions.page.tsx'), 'DeletionsPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/settings/audit',
      beforeLoad: ({ context }) => {
        if (!may(context.membership.roles, 'privacy.write')) throw notFound();
      },
      component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
    }),
  ] as const;
