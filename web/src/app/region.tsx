/** The region one is in: its facts, the viewer's roles there, and the paths that belong to it. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Action, may, type Role } from '../../../src/access/permission.schema.ts';
import type { Membership, Session } from '../../../src/access/session.schema.ts';

export interface CurrentRegion {
  slug: string;
  name: string;
  demo: boolean;
  locale: string;
  timeZone: string;
  currency: string;
  roles: readonly Role[];
  /** The viewer's own contact person here, if she is one. */
  contactPersonId: string | null;
  partnerId: string | null;
  user: Session['user'];
  /** True when the viewer may do this: `may('activity.write')`. */
  may: (action: Action) => boolean;
  /** True when the viewer holds any of the roles. */
  has: (...roles: Role[]) => boolean;
  /** The API path of something in this region: `regionPath('/activities')` for `api.get`. */
  regionPath: (path: string) => string;
  /** The address of a page in this region: `pagePath('/activities')` for links. */
  pagePath: (path: string) => string;
}

const Context = createContext<CurrentRegion | null>(null);

export function RegionProvider({ membership, user, children }: { membership: Membership; user: Session['user']; children: ReactNode }) {
  const value = useMemo<CurrentRegion>(() => {
    const { region, roles, contactPersonId, partnerId } = membership;
    return {
      ...region,
      roles,
      contactPersonId,
      partnerId,
      user,
      may: (action) => may(roles, action),
      has: (...wanted) => wanted.some((role) => roles.includes(role)),
      regionPath: (path) => `/regions/${region.slug}${path}`,
      pagePath: (path) => `/r/${region.slug}${path}`,
    };
  }, [membership, user]);
  return <Context value={value}>{children}</Context>;
}

/** The current region; only below /r/$region. */
export function useRegion(): CurrentRegion {
  const region = useContext(Context);
  if (!region) throw new Error('useRegion is for pages of a region');
  return region;
}

/** The current region, or null outside one (sign-in, setup, accessibility). */
export function useRegionIfAny(): CurrentRegion | null {
  return useContext(Context);
}
