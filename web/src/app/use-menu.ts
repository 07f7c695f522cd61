/** The viewer's menu on the page one is on: her lines, which one is current, and what she may add. */
import { useLocation, useRouteContext } from '@tanstack/react-router';
import { additions, type MenuItem, menuFor } from './menu.ts';
import { useRegion } from './region.tsx';

export interface CurrentMenu {
  items: readonly MenuItem[];
  current: MenuItem | undefined;
  addition: { key: string; path: string } | undefined;
}

export function useMenu(): CurrentMenu {
  const built = useRouteContext({ from: '/r/$region', select: (context) => context.built });
  const { roles, may, pagePath } = useRegion();
  const pathname = useLocation({ select: (location) => location.pathname });
  const items = menuFor(roles, may, built);
  const matches = items.filter(({ path }) => pathname === pagePath(path) || pathname.startsWith(`${pagePath(path)}/`));
  const current = matches.sort((a, b) => b.path.length - a.path.length)[0];
  return { items, current, addition: additions.find(({ path, action }) => may(action) && built(path)) };
}
