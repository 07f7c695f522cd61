/** The region's settings, one page for each matter, for its admins. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';

const forAdmins = ({ context }: { context: { membership: { roles: readonly string[] } } }) => {
  if (!may(context.membership.roles, 'region.write')) throw notFound();
};

export const settingsRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/settings',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./region.page.tsx'), 'RegionSettingsPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/settings/members',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./members.page.tsx'), 'MembersPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/settings/partners',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./partners.page.tsx'), 'PartnersPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/settings/pipelines',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./pipelines.page.tsx'), 'PipelinesPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/settings/lists',
      beforeLoad: forAdmins,
      component: lazyRouteComponent(() => import('./lists.page.tsx'), 'ListsPage'),
    }),
  ] as const;
