/** The printed sheet of a tracked link; the links themselves stand on their activity's page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RegionRoute } from '../app/region-route.ts';

export const linkRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/links/$id/sheet',
      component: lazyRouteComponent(() => import('./stand-sheet.page.tsx'), 'StandSheetPage'),
    }),
  ] as const;
