/** Contact forms: all of them, a new one, and the page of each. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RegionRoute } from '../app/region-route.ts';

export const formRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/forms',
      component: lazyRouteComponent(() => import('./form-list.page.tsx'), 'FormListPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/forms/new',
      component: lazyRouteComponent(() => import('./new-form.page.tsx'), 'NewFormPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/forms/$id',
      component: lazyRouteComponent(() => import('./form.page.tsx'), 'ContactFormPage'),
    }),
  ] as const;
