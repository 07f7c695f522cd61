/** The first visit: /setup, while there is no region. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { RootRoute } from '../app/root-route.tsx';
import { setUpQuery } from '../app/set-up-state.ts';

export const setUpRoutes = (root: RootRoute) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/setup',
      beforeLoad: async ({ context }) => {
        const { open } = await context.queryClient.fetchQuery({ ...setUpQuery, staleTime: 0 });
        if (!open) throw redirect({ to: '/' });
      },
      component: lazyRouteComponent(() => import('./set-up.page.tsx'), 'SetUpPage'),
    }),
  ] as const;
