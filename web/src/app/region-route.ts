/** The route above all pages of a region: only for its members, inside the shell. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { rootRoute } from './root-route.tsx';
import { rememberRegion, requireSession } from './session.ts';

export const regionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/r/$region',
  beforeLoad: async ({ context, params, location }) => {
    const session = await requireSession(context.queryClient, location.href);
    const membership = session.memberships.find(({ region }) => region.slug === params.region);
    if (!membership) throw notFound();
    rememberRegion(params.region);
    return { session, membership };
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});
export type RegionRoute = typeof regionRoute;
