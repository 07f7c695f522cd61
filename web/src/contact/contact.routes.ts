/** Contact persons: all of them, and the page of each. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { RegionRoute } from '../app/region-route.ts';

export const ContactSearch = z.object({
  q: z.string().optional().catch(undefined),
  left: z.enum(['true', 'all']).optional().catch(undefined),
});
export type ContactSearch = z.infer<typeof ContactSearch>;

export const contactRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/contact-persons',
      validateSearch: ContactSearch,
      component: lazyRouteComponent(() => import('./contact-list.page.tsx'), 'ContactListPage'),
    }),
    createRoute({
      getParentRoute: () => region,
      path: '/contact-persons/$id',
      component: lazyRouteComponent(() => import('./contact.page.tsx'), 'ContactPage'),
    }),
  ] as const;
