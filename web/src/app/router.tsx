/** All routes of the client: each feature adds its own in one line. */
import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { accessibilityRoutes } from '../accessibility/accessibility.routes.ts';
import { activityRoutes } from '../activity/activity.routes.ts';
import { contactRoutes } from '../contact/contact.routes.ts';
import { duplicateRoutes } from '../duplicate/duplicate.routes.ts';
import { formRoutes } from '../form/form.routes.ts';
import { inboxRoutes } from '../inbox/inbox.routes.ts';
import { leadRoutes } from '../lead/lead.routes.ts';
import { linkRoutes } from '../link/link.routes.ts';
import { mailRoutes } from '../mail/mail.routes.ts';
import { offlineRoutes } from '../offline/offline.routes.ts';
import { setUpRoutes } from '../set-up/set-up.routes.ts';
import { privacyRoutes } from '../privacy/privacy.routes.ts';
import { programmeRoutes } from '../programme/programme.routes.ts';
import { settingsRoutes } from '../settings/settings.routes.ts';
import { reportRoutes } from '../report/report.routes.ts';
import { signInRoutes } from '../sign-in/sign-in.routes.ts';
import { whenSignedOut } from './api.ts';
import { PageError } from './page-error.tsx';
import { PageLoading } from './page-loading.tsx';
import { queryClient } from './query-client.ts';
import { regionRoute } from './region-route.ts';
import { rootRoute } from './root-route.tsx';
import { sessionQuery } from './session.ts';
import { logRoute, regionStartRoute, startRoute } from './start-route.ts';

const routeTree = rootRoute.addChildren([
  startRoute,
  logRoute,
  ...setUpRoutes(rootRoute),
  ...signInRoutes(rootRoute),
  ...accessibilityRoutes(rootRoute),
  regionRoute.addChildren([
    regionStartRoute,
    ...activityRoutes(regionRoute),
    ...linkRoutes(regionRoute),
    ...contactRoutes(regionRoute),
    ...settingsRoutes(regionRoute),
    ...privacyRoutes(regionRoute),
    ...formRoutes(regionRoute),
    ...programmeRoutes(regionRoute),
    ...inboxRoutes(regionRoute),
    ...leadRoutes(regionRoute),
    ...mailRoutes(regionRoute),
    ...duplicateRoutes(regionRoute),
    ...offlineRoutes(regionRoute),
    ...reportRoutes(regionRoute),
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient, built: (path: string): boolean => `/r/$region${path}` in router.routesByPath },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: lazyRouteComponent(() => import('./not-found.page.tsx'), 'NotFoundPage'),
  scrollRestoration: true,
});

whenSignedOut(() => {
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
