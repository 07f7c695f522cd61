/** Programmes: all of them, and the page of each, where it is edited too. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RegionRoute } from '../app/region-route.ts';

export const programmeRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/programmes',
      component: lazyRouteComponent(() => import('./programme-list.page.tsx'), 'ProgrammeListPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/programmes/$id',
      component: lazyRouteComponent(() => import('./programme.page.tsx'), 'ProgrammePage'),
    }),
  ] as const;
