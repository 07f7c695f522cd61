/** The bare address and a region's bare address lead to the viewer's first page. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import { menuFor } from './menu.ts';
import { regionRoute } from './region-route.ts';
import { rootRoute } from './root-route.tsx';
import { firstRegion, requireSession } from './session.ts';

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context, location }) => {
    const membership = firstRegion(await requireSession(context.queryClient, location.href));
    if (membership) throw redirect({ to: '/r/$region', params: { region: membership.region.slug } });
  },
  component: lazyRouteComponent(() => import('./no-region.page.tsx'), 'NoRegionPage'),
});

/** The installed client's shortcut: straight to the quick log. */
export const logRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log',
  beforeLoad: async ({ context, location }) => {
    const membership = firstRegion(await requireSession(context.queryClient, location.href));
    throw redirect({ to: membership ? (`/r/${membership.region.slug}/leads/new` as string) : '/' });
  },
});

export const regionStartRoute = createRoute({
  getParentRoute: () => regionRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const { roles, region } = context.membership;
    const first = menuFor(roles, (action) => may(roles, action), context.built)[0];
    if (first) throw redirect({ to: `/r/${region.slug}${first.path}` as string });
  },
  component: lazyRouteComponent(() => import('./no-region.page.tsx'), 'NoRegionPage'),
});
