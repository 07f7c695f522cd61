/** The accessibility statement, open to everyone. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RootRoute } from '../app/root-route.tsx';

export const accessibilityRoutes = (root: RootRoute) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/accessibility',
      component: lazyRouteComponent(() => import('./accessibility.page.tsx'), 'AccessibilityPage'),
    }),
  ] as const;
