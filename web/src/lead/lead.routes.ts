/** Leads: the list, the board, the quick log, and the page of each. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { may } from '../../../src/access/permission.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';
import { entryOf } from '../offline/entry.ts';
import { BoardSearch, LeadSearch, NewLeadSearch } from './lead-search.ts';

/** Persons are for contact persons and admins; for the others there is no such page. */
const forThoseWhoMeetPeople = ({ context }: { context: { membership: { roles: readonly string[] } } }) => {
  if (!may(context.membership.roles, 'lead.read')) throw notFound();
};

export const leadRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/leads',
      validateSearch: LeadSearch,
      beforeLoad: forThoseWhoMeetPeople,
      component: lazyRouteComponent(() => import('./lead-list.page.tsx'), 'LeadListPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/leads/board',
      validateSearch: BoardSearch,
      beforeLoad: forThoseWhoMeetPeople,
      component: lazyRouteComponent(() => import('./board.page.tsx'), 'BoardPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/leads/new',
      validateSearch: NewLeadSearch,
      loaderDeps: ({ search }) => ({ entry: search.entry }),
      beforeLoad: forThoseWhoMeetPeople,
      loader: async ({ deps, context }) => {
        const entry = deps.entry ? await entryOf(deps.entry) : undefined;
        return entry?.userId === context.session.user.id ? entry : undefined;
      },
      component: lazyRouteComponent(() => import('./new-lead.page.tsx'), 'NewLeadPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/leads/bulk',
      beforeLoad: forThoseWhoMeetPeople,
      component: lazyRouteComponent(() => import('./bulk-log.page.tsx'), 'BulkLogPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/leads/$id',
      beforeLoad: forThoseWhoMeetPeople,
      component: lazyRouteComponent(() => import('./lead.page.tsx'), 'LeadPage'),
    }),
  ] as const;
