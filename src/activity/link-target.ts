/** Where a tracked link leads. Pure. */
import { keyOf } from '../platform/label-key.ts';

/** What decides about it. */
export interface LinkFacts {
  readonly code: string;
  readonly destination: string | null;
  readonly medium: string | null;
  /** Address of the form the link names, if it is still there. */
  readonly ownForm: string | null;
  /** Address of the region's first form, of those in a language of the activity where there are any. */
  readonly firstForm: string | null;
  readonly activityTitle: string;
  readonly activityUrl: string | null;
  readonly channel: string;
}

export interface LinkTarget {
  readonly kind: 'form' | 'page' | 'none';
  readonly url: string | null;
}

/** Its own page or form; without one the region's form for the activity's languages, else the activity's own page where it is safe (https), else nothing yet. */
export function targetOf(link: LinkFacts): LinkTarget {
  if (link.destination) return { kind: 'page', url: withOrigin(link.destination, link) };
  const form = link.ownForm ?? link.firstForm;
  if (form) return { kind: 'form', url: formPath(form, link.code) };
  if (link.activityUrl?.startsWith('https://')) return { kind: 'page', url: withOrigin(link.activityUrl, link) };
  return { kind: 'none', url: null };
}

export const formPath = (slug: string, code: string): string => `/c/${encodeURIComponent(slug)}?via=${code}`;

/** The page's address with where the visitor comes from. What it says already stays; `via` is always this link's. */
function withOrigin(page: string, { channel, medium, activityTitle, code }: LinkFacts): string {
  const url = new URL(page);
  const origin = {
    utm_source: channel,
    utm_medium: medium ?? 'link',
    utm_campaign: keyOf(activityTitle, new Set(), 'activity').replaceAll('_', '-'),
  };
  for (const [name, value] of Object.entries(origin)) if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  url.searchParams.set('via', code);
  return url.href;
}
