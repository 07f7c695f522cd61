/** The root of all routes: what every page gets, and the pages for an unknown address and for a failure. */
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';

export interface RouterContext {
  queryClient: QueryClient;
  /** Whether there is a page at this path below a region. */
  built: (path: string) => boolean;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet });
export type RootRoute = typeof rootRoute;
