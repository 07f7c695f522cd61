import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
});
afterAll(() => story.end());

describe('a region', () => {
  it('tells its facts to every member', async () => {
    const manager = await region.manager();
    const facts = ok(await manager('GET', region.path('')));
    expect(facts).toMatchObject({
      slug: region.slug,
      locale: 'fi',
      timeZone: 'Europe/Helsinki',
      currency: 'EUR',
      demo: false,
      smallNumber: 5,
      retentionMonths: 24,
      responseDays: 2,
      followUpsByMail: true,
    });
    expect(facts.municipalities).toEqual(['305', '614', '832']);
  });

  it('is made with one partner of its name, whose leads rest on a public task', async () => {
    const { items } = ok(await region.admin('GET', region.path('/partners')));
    const facts = ok(await region.admin('GET', region.path('')));
    expect(items).toEqual([expect.objectContaining({ name: facts.name, basis: 'public_task', noticeVersion: '1', businessId: null })]);
  });

  it('changes what its admin names and keeps the rest', async () => {
    const changed = ok(await region.admin('PATCH', region.path(''), { name: 'Koillismaa', municipalities: ['305', '620', '305'] }));
    expect(changed).toMatchObject({ name: 'Koillismaa', locale: 'fi', municipalities: ['305', '620'], retentionMonths: 24 });
    expect(ok(await region.admin('PATCH', region.path(''), { retentionMonths: 12 }))).toMatchObject({
      name: 'Koillismaa',
      municipalities: ['305', '620'],
      retentionMonths: 12,
    });
  });

  it('leaves in the audit who changed what, from what to what', async () => {
    ok(await other.admin('PATCH', other.path(''), { retentionMonths: 36 }));
    const { user } = ok(await other.admin('GET', '/session'));
    const audit = await story.app.sql("select actor_id, before, after from audit where table_name = 'region'");
    expect(audit).toContainEqual({ actor_id: user.id, before: { retention_months: 24 }, after: { retention_months: 36 } });
  });

  it('moves to another time zone', async () => {
    expect(ok(await other.admin('PATCH', other.path(''), { timeZone: 'Europe/Stockholm' })).timeZone).toBe('Europe/Stockholm');
  });

  it('tells an editor that somebody was quicker', async () => {
    const read = await region.admin('GET', region.path(''));
    const etag = { 'if-match': read.headers.get('etag')! };
    expect((await region.admin('PATCH', region.path(''), { smallNumber: 6 }, etag)).status).toBe(200);
    expect(await region.admin('PATCH', region.path(''), { smallNumber: 7 }, etag)).toMatchObject({ status: 412, body: { code: 'stale' } });
  });

  it.each([
    [{ municipalities: ['999'] }, 'municipalities.0', 'unknown_municipality'],
    [{ municipalities: [] }, 'municipalities', 'too_small'],
    [{ timeZone: 'Europe/Kuusamo' }, 'timeZone', 'unknown_time_zone'],
    [{ smallNumber: 1 }, 'smallNumber', 'too_small'],
    [{ color: '#7fc7cc' }, 'color', 'too_light'],
    [{ color: 'red' }, 'color', 'invalid_format'],
    [{ slug: 'toinen' }, 'slug', 'unrecognized_keys'],
  ])('refuses %j', async (change, path, code) => {
    const answer = await region.admin('PATCH', region.path(''), change);
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path, code }] } });
  });

  it('is changed by admins alone, and seen by its members alone', async () => {
    const marketer = await region.marketer();
    expect((await marketer('PATCH', region.path(''), { name: 'Minun' })).status).toBe(403);
    expect((await region.admin('GET', other.path(''))).status).toBe(404);
    expect((await region.admin('PATCH', other.path(''), { name: 'Minun' })).status).toBe(404);
    expect((await story.app.browser()('GET', region.path(''))).status).toBe(401);
  });
});

describe('municipalities', () => {
  it('are told to anybody, all 308', async () => {
    const { items, total, nextCursor } = ok(await story.app.browser()('GET', '/municipalities'));
    expect([items.length, total, nextCursor]).toEqual([308, 308, null]);
    expect(items).toContainEqual({ code: '305', fi: 'Kuusamo', sv: 'Kuusamo' });
    expect(items).toContainEqual({ code: '049', fi: 'Espoo', sv: 'Esbo' });
  });
});
