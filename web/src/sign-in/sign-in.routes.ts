/** The way in: /sign-in, with the address to return to. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import type { RootRoute } from '../app/root-route.tsx';
import { sessionQuery } from '../app/session.ts';

/** Only addresses of this client: one slash, then no second one. */
const inside = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined);

export const signInRoutes = (root: RootRoute) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/sign-in',
      validateSearch: z.object({ to: inside }),
      beforeLoad: async ({ context, search }) => {
        const session = await context.queryClient.ensureQueryData(sessionQuery);
        if (session) throw redirect({ href: search.to ?? '/' });
      },
      component: lazyRouteComponent(() => import('./sign-in.page.tsx'), 'SignInPage'),
    }),
  ] as const;
