/** Activities: the list, registering one, and the page of each. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';
import { ActivityPageSearch, ActivitySearch, NewActivitySearch } from './activity-search.ts';

/** Registering and changing are for marketers and admins. */
const forThoseWhoReachPeople = ({ context }: { context: { membership: { roles: readonly string[] } } }) => {
  if (!may(context.membership.roles, 'activity.write')) throw notFound();
};

export const activityRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/activities',
      validateSearch: ActivitySearch,
      component: lazyRouteComponent(() => import('./activity-list.page.tsx'), 'ActivityListPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/activities/new',
      validateSearch: NewActivitySearch,
      beforeLoad: forThoseWhoReachPeople,
      component: lazyRouteComponent(() => import('./new-activity.page.tsx'), 'NewActivityPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/activities/bulk',
      beforeLoad: forThoseWhoReachPeople,
      component: lazyRouteComponent(() => import('./bulk-activities.page.tsx'), 'BulkActivitiesPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/activities/$id',
      validateSearch: ActivityPageSearch,
      component: lazyRouteComponent(() => import('./activity.page.tsx'), 'ActivityPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/activities/$id/edit',
      beforeLoad: forThoseWhoReachPeople,
      component: lazyRouteComponent(() => import('./edit-activity.page.tsx'), 'EditActivityPage'),
    }),
  ] as const;
