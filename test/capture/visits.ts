/** Steps of stories about tracked links: whose link it is, who uses it, and what was kept of that. */
import { ok, type Named, type RegionInStory, type Story } from '../story.ts';

export const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1';
export const COMPUTER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

export interface LinkInStory extends Named {
  readonly code: string;
  readonly url: string;
  readonly activityId: string;
  readonly clicks: number;
  readonly target: { readonly kind: string; readonly url: string };
}

let visitors = 0;

/** Somebody opens a code: each time another person, unless `from` says who. */
export async function visit(
  story: Story,
  code: string,
  { from = `198.51.100.${visitors++ % 250}-${visitors}`, method = 'GET', ...headers }: Record<string, string> = {},
): Promise<Response & { readonly location: string | null }> {
  const response = await fetch(`${story.app.origin}/go/${code}`, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': PHONE, 'x-forwarded-for': from, ...headers },
  });
  return Object.assign(response, { location: response.headers.get('location') });
}

/** The link that an activity was made with. */
export const linkOf = async (region: RegionInStory, activity: Named): Promise<LinkInStory> => (await linksOf(region, activity))[0]!;

export const linksOf = async (region: RegionInStory, activity: Named): Promise<LinkInStory[]> =>
  ok(await region.admin('GET', region.path(`/activities/${activity.id}/links`))).items;

/** A further link of an activity; without more to a page of its own. */
export const makeLink = async (region: RegionInStory, activity: Named, fields: object = {}): Promise<LinkInStory> =>
  ok(await region.admin('POST', region.path(`/activities/${activity.id}/links`), { destination: 'https://kuusamo.fi/tyo', ...fields }));

export const changeLink = (region: RegionInStory, link: Named, change: object, headers: Record<string, string> = {}) =>
  region.admin('PATCH', region.path(`/links/${link.id}`), change, headers);

export interface KeptClick {
  readonly at: Date;
  readonly referrer: string | null;
  readonly language: string | null;
  readonly device: string;
  readonly visitor: Buffer | null;
}

/** What the database keeps of the clicks on a link, the oldest first. */
export const kept = (story: Story, link: Named): Promise<(KeptClick & Record<string, unknown>)[]> =>
  story.app.sql('select * from click where link_id = $1 order by at, id', [link.id]);

/** Clicks of an earlier day (at its noon in UTC), as they would have been recorded then. */
export async function clicked(story: Story, link: Named, day: string, times: number, language: string | null = 'fi'): Promise<void> {
  await story.app.sql(
    `select record_clicks(array_agg(l.region_id), array_agg(gen_random_uuid()), array_agg(l.id), array_agg(($2 || 'T12:00:00Z')::timestamptz),
       array_agg(null::text), array_agg($4::text), array_agg('phone'::text), array_agg(null::bytea))
     from link l cross join generate_series(1, $3::int) where l.id = $1`,
    [link.id, day, times, language],
  );
}
