/** Personal data: what will be deleted soon, and who read or changed what. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';

const forAdmins = ({ context }: { context: { membership: { roles: readonly string[] } } }) => {
  if (!may(context.membership.roles, 'privacy.write')) throw notFound();
};

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
      path: '/settings/notices',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./notices.page.tsx'), 'NoticesPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/settings/record',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./record.page.tsx'), 'RecordPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/settings/audit',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
    }),
  ] as const;
