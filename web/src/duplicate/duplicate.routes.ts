/** Persons who may be one: the work list, and two of them side by side. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { z } from 'zod';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';

export const DuplicateSearch = z.object({ state: z.literal('different').optional().catch(undefined) });
export type DuplicateSearch = z.infer<typeof DuplicateSearch>;

const forThoseWhoMeetPeople = ({ context }: { context: { membership: { roles: readonly string[] } } }) => {
  if (!may(context.membership.roles, 'lead.read')) throw notFound();
};

export const duplicateRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/leads/duplicates',
      validateSearch: DuplicateSearch,
      beforeLoad: forThoseWhoMeetPeople,
      component: lazyRouteComponent(() => import('./duplicate-list.page.tsx'), 'DuplicateListPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/leads/duplicates/$a/$b',
      beforeLoad: forThoseWhoMeetPeople,
      component: lazyRouteComponent(() => import('./comparison.page.tsx'), 'ComparisonPage'),
    }),
  ] as const;
