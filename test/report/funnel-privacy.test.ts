/** Who sees what in the funnel: small numbers (rule 6), results of people (rule 7), and the leads behind a number (rule 8). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, counts, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story?.end());

const YEAR = { from: '2025-01-01', to: '2026-01-01' };
type Row = { key: string; steps: (number | null)[]; suppressed?: true };
const firsts = (report: { rows: Row[] }) => report.rows.map(({ key, steps }) => [key, steps[0]]);

async function leads(region: RegionInStory, howMany: number, fields: Parameters<RegionInStory['lead']>[0] = {}, stage?: string) {
  const made = [];
  for (let one = 0; one < howMany; one += 1) {
    const lead = await region.lead({ createdOn: '2025-02-10', ...fields });
    made.push(stage ? await lead.reaches(stage, '2025-03-01') : lead);
  }
  return made;
}

describe('small numbers', () => {
  let region: RegionInStory;
  beforeAll(async () => {
    region = await story.region();
    await region.contactPerson();
    const fair = await region.recruitmentEvent();
    await leads(region, 12, { language: 'fi', municipality: '305' });
    await leads(region, 6, { language: 'uk', municipality: '832', metAt: fair });
    await leads(region, 2, { language: 'uk', municipality: '832', metAt: fair }, 'contacted');
    await leads(region, 3, { language: 'en', municipality: '832' });
  });

  it('by language are hidden, with the next smallest beside them', async () => {
    const report = await region.report('funnel', { ...YEAR, by: 'language' });

    expect(counts(report)).toEqual({ new: 23, contacted: 2, qualified: 0, visiting: 0, won: 0 });
    const row = (key: string) => report.rows.find((one: Row) => one.key === key);
    expect(row('en')).toEqual({ key: 'en', label: 'englanti', steps: [null, 0, 0, 0, 0], suppressed: true });
    expect(row('uk').steps[0]).toBeNull();
    expect(row('uk').steps[1]).toBeNull();
    expect(row('fi').steps[0]).toBe(12);
    expect([...report.rows, report.unattributed].filter(({ steps }: Row) => steps[1] === null).length).toBeGreaterThan(1);
  });

  it('under a filter by language hide the step, its rates and days', async () => {
    const report = await region.report('funnel', { ...YEAR, language: 'uk' });

    expect(report.cohort.leads).toBe(8);
    const contacted = report.steps[1];
    expect(contacted).toMatchObject({ count: null, suppressed: true, rateFromPrevious: null, rateFromFirst: null, daysFromPrevious: null });
    expect(contacted.mature).toEqual({ count: null, rateFromPrevious: null, rateFromFirst: null, suppressed: true });
  });

  it('under a filter that few fit hide the whole lower part, and leave the upper one', async () => {
    for (const query of [{ language: 'en' }, { language: ['fi', 'uk'] }]) {
      const report = await region.report('funnel', { ...YEAR, ...query, by: 'channel' });
      expect(report.cohort).toEqual({ ...YEAR, leads: null, stillRunning: null, suppressed: true });
      expect(report.steps.every((step: { count: null; suppressed: true }) => step.count === null && step.suppressed)).toBe(true);
      expect(report.stillHere.every((at: { due: null; suppressed: true }) => at.due === null && at.suppressed)).toBe(true);
      expect(report).toMatchObject({
        rows: [],
        unattributed: { steps: [null, null, null, null, null], suppressed: true },
        reach: { grossReach: null },
      });
    }
  });

  it('by municipality alone stand, together with another filter they are hidden', async () => {
    expect(firsts(await region.report('funnel', { ...YEAR, by: 'municipality' }))).toEqual([
      ['305', 12],
      ['832', 11],
    ]);
    const crossed = await region.report('funnel', { ...YEAR, municipality: '832', channel: 'event' });
    expect(crossed.cohort.leads).toBeNull(); // 8 met the event and 3 did not: these could be told from 11
    expect((await region.report('funnel', { ...YEAR, municipality: '832' })).cohort.leads).toBe(11);
    const byChannel = await region.report('funnel', { ...YEAR, municipality: '832', by: 'channel' });
    expect(byChannel.rows[0]).toMatchObject({ key: 'event', suppressed: true });
    expect(byChannel.unattributed.steps[0]).toBeNull();
  });

  it('are as small as the region says', async () => {
    ok(await region.admin('PATCH', region.path(''), { smallNumber: 2 }));
    const report = await region.report('funnel', { ...YEAR, by: 'language' });
    ok(await region.admin('PATCH', region.path(''), { smallNumber: 5 }));
    expect(firsts(report)).toEqual([
      ['en', 3],
      ['fi', 12],
      ['uk', 8],
    ]);
  });

  it('are hidden in the comparison, too', async () => {
    await leads(region, 2, { createdOn: '2024-02-10', language: 'fi' });
    const { previous } = await region.report('funnel', { ...YEAR, language: 'fi', compare: 'year-before' });
    expect(previous.cohort).toMatchObject({ leads: null, suppressed: true });
  });

  it('of lost leads are hidden with a second one', async () => {
    const [first, ...rest] = await leads(region, 7, { createdOn: '2023-02-10', language: 'sv' });
    await leads(region, 6, { createdOn: '2023-02-10', language: 'fi' });
    await first!.isLost('permit', '2023-03-01');
    for (const lead of rest.slice(0, 5)) await lead.isLost('no_job', '2023-03-01');
    const report = await region.report('funnel', { from: '2023-01-01', to: '2024-01-01', language: 'sv' });
    expect(report.cohort.leads).toBe(7);
    expect(report.steps[0].lost).toEqual([
      { reason: 'no_job', count: null, suppressed: true },
      { reason: 'permit', count: null, suppressed: true },
    ]);
  });
});

describe('results of people', () => {
  let region: RegionInStory;
  let people: ContactPersonInStory[];
  let manager: Browser;
  beforeAll(async () => {
    region = await story.region();
    manager = await region.manager();
    people = [];
    for (let one = 0; one < 5; one += 1) {
      const person = await region.contactPerson();
      people.push(person);
      const campaign = await region.campaign({ contactPerson: person });
      await leads(region, one + 1, { by: person, metAt: campaign, createdOn: one < 4 ? '2025-02-10' : '2025-08-10' });
    }
  });
  const spring = { from: '2025-01-01', to: '2025-07-01' };

  it.each(['contactPerson', 'owner'])('by %s: each sees her own, managers see five, by name and never ranked', async (by) => {
    const [liisa] = people as [ContactPersonInStory];
    expect(firsts(await region.report('funnel', { ...YEAR, by }, liisa.browser))).toEqual([
      [liisa.id, 1],
      ['team', 14],
    ]);
    expect(firsts(await region.report('funnel', { ...YEAR, by }, manager))).toEqual(people.map(({ id }, one) => [id, one + 1]));
    expect(firsts(await region.report('funnel', { ...spring, by }, manager))).toEqual([['team', 10]]);
    expect(firsts(await region.report('funnel', { ...YEAR, by }, await region.marketer()))).toEqual([['team', 15]]);
    const both = (await region.member(['contact', 'manager'])).browser;
    expect(firsts(await region.report('funnel', { ...YEAR, by }, both))).toHaveLength(5);
  });

  it.each(['contactPerson', 'owner'])('are filtered by %s only where she sees them', async (filter) => {
    const [liisa, olena] = people as [ContactPersonInStory, ContactPersonInStory];
    const ask = async (browser: Browser, query: string) => (await browser('GET', region.path(`/reports/funnel?${query}`))).status;
    const year = 'from=2025-01-01&to=2026-01-01';
    expect(await ask(liisa.browser, `${year}&${filter}=${liisa.id}`)).toBe(200);
    expect(await ask(liisa.browser, `${year}&${filter}=${olena.id}`)).toBe(403);
    expect(await ask(liisa.browser, `${year}&${filter}=${liisa.id}&${filter}=${olena.id}`)).toBe(403);
    expect(await ask(manager, `${year}&${filter}=${olena.id}`)).toBe(200);
    expect(await ask(manager, `from=2025-01-01&to=2025-07-01&${filter}=${olena.id}`)).toBe(403);
    expect(await ask(await region.marketer(), `${year}&${filter}=${olena.id}`)).toBe(403);
  });

  it('of a time with too few of them are not in the comparison', async () => {
    const [, olena] = people as [ContactPersonInStory, ContactPersonInStory];
    const report = await region.report('funnel', { ...YEAR, owner: olena.id, compareFrom: spring.from, compareTo: spring.to }, manager);
    expect(report.cohort.leads).toBe(2);
    expect(report.previous).toMatchObject({ cohort: { leads: null, suppressed: true }, reach: { grossReach: null } });
  });
});

describe('a number opens', () => {
  let region: RegionInStory;
  let liisa: ContactPersonInStory;
  let olena: ContactPersonInStory;
  let manager: Browser;
  beforeAll(async () => {
    region = await story.region();
    manager = await region.manager();
    liisa = await region.contactPerson();
    const partner = await region.partner('Toinen kumppani');
    olena = await region.contactPerson({ partnerId: partner.id });
    const fair = await region.recruitmentEvent();
    await leads(region, 4, { by: liisa, metAt: fair });
    await leads(region, 2, { by: liisa }, 'contacted');
    const [mine] = await leads(region, 2, { by: olena, metAt: 'referral' });
    await mine!.isLost('no_job', '2025-03-01');
  });
  const behind = (query: Record<string, string>, by?: Browser) => region.report('funnel/leads', { ...YEAR, ...query }, by);

  it('to names for who may see the persons, to rows without personal data for others', async () => {
    const hers = await behind({}, liisa.browser);
    expect(hers).toMatchObject({ total: 8, nextCursor: null });
    expect(hers.items.filter(({ id, name }: { id: string | null; name: string | null }) => id && name)).toHaveLength(6);
    expect(hers.items.filter(({ id, name }: { id: string | null; name: string | null }) => !id && !name)).toHaveLength(2);
    const all = await behind({}, manager);
    expect(all.items).toHaveLength(8);
    expect(all.items[0]).toEqual({ id: null, name: null, stage: expect.any(String), intent: 'move', month: '2025-02', pipeline: 'talent' });
  });

  it('agrees with the lists of leads about who sees whom', async () => {
    const substitute = await region.contactPerson({
      partnerId: ok(await region.admin('GET', region.path(`/contact-persons/${olena.id}`))).partner.id,
    });
    await region.lead({ by: liisa, createdOn: '2025-02-10', person: { name: 'Turvakielto', languages: [], protected: true } });
    for (const browser of [liisa.browser, olena.browser, substitute.browser, region.admin]) {
      const listed = ok(await browser('GET', region.path('/leads?limit=200'))).items.map(({ id }: { id: string }) => id);
      const opened = (await behind({ limit: '200' }, browser)).items.flatMap(({ id }: { id: string | null }) => (id ? [id] : []));
      expect(opened.sort()).toEqual(listed.sort());
    }
    await story.app.sql("update lead set created_at = '2020-01-01' where person_id in (select id from person where protected)");
  });

  it('only when there are five, except for what she may see anyway', async () => {
    expect(await behind({ step: 'contacted' }, manager)).toEqual({ items: [], nextCursor: null, total: null, suppressed: true });
    expect(await behind({ step: 'contacted' }, liisa.browser)).toMatchObject({
      total: 2,
      items: [{ stage: 'contacted' }, { stage: 'contacted' }],
    });
    const mixed = await behind({ lost: 'no_job' }, liisa.browser);
    expect(mixed).toEqual({ items: [], nextCursor: null, total: null, suppressed: true });
    expect(await behind({ lost: 'no_job', step: 'new' }, olena.browser)).toMatchObject({ total: 1, items: [{ stage: 'lost' }] });
  });

  it('for a row, what nobody knows, those still running, and page by page', async () => {
    expect((await behind({ by: 'channel', row: 'event' }, liisa.browser)).total).toBe(4);
    expect((await behind({ by: 'channel', row: 'referral' }, olena.browser)).total).toBe(2);
    expect((await behind({ by: 'channel', row: 'unattributed', step: 'contacted' }, liisa.browser)).total).toBe(2);
    expect((await behind({ by: 'month', row: '2025-02' }, manager)).total).toBe(8);
    expect((await behind({ by: 'owner', row: 'team' }, olena.browser)).total).toBe(6);
    expect((await behind({ by: 'contactPerson', row: 'team' }, region.admin)).total).toBe(4);
    expect((await behind({ by: 'pipeline', row: 'talent' }, manager)).total).toBe(8);
    expect((await behind({ running: 'true', windowDays: 'none' }, manager)).total).toBe(7);
    const page = await behind({ limit: '5' }, manager);
    expect(page.items).toHaveLength(5);
    expect((await behind({ limit: '5', cursor: page.nextCursor }, manager)).items).toHaveLength(3);
  });

  it('not where the report hides it, nor for a row that is not there', async () => {
    await leads(region, 3, { by: liisa, language: 'uk' });
    expect(await behind({ language: 'uk' }, liisa.browser)).toMatchObject({ items: [], suppressed: true });
    expect(await behind({ by: 'language', row: 'uk' }, liisa.browser)).toMatchObject({ items: [], suppressed: true });
    for (const [query, path] of [
      ['by=owner&row=nobody', 'row'],
      [`by=owner&row=${olena.id}`, 'row'],
      ['step=nowhere', 'step'],
    ]) {
      const refused = await liisa.browser('GET', region.path(`/reports/funnel/leads?from=2025-01-01&to=2026-01-01&${query}`));
      expect([refused.status, refused.body.issues[0].path]).toEqual([422, path]);
    }
  });
});
