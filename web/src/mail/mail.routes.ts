/** The outbox, for admins; its state filter and search stand in the address. */
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import * as z from 'zod';
import { may } from '../../../src/access/permission.schema.ts';
import { MailState } from '../../../src/platform/mail/mail.schema.ts';
import type { RegionRoute } from '../app/region-route.ts';

const Search = z.object({ q: z.string().optional().catch(undefined), state: MailState.optional().catch(undefined) });

export const mailRoutes = (region: RegionRoute) =>
  [
    createRoute({
      getParentRoute: () => region,
      path: '/outbox',
      validateSearch: Search,
      beforeLoad: ({ context }) => {
        if (!may(context.membership.roles, 'mail.read')) throw notFound();
      },
      component: lazyRouteComponent(() => import('./outbox.page.tsx'), 'OutboxPage'),
    }),
  ] as const;
