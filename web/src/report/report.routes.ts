/** Reports, each with its view kept in the address. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RegionRoute } from '../app/region-route.ts';
import { FunnelSearch } from './funnel-search.ts';
import { ReportSearch } from './report-search.ts';

export const reportRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/funnel',
      validateSearch: FunnelSearch,
      component: lazyRouteComponent(() => import('./funnel.page.tsx'), 'FunnelPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/coverage',
      validateSearch: ReportSearch,
      component: lazyRouteComponent(() => import('./coverage.page.tsx'), 'CoveragePage'),
    }),
  ] as const;
