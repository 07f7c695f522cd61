/** The list of activities: found by what people remember of them, with what they brought. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type Named, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let olena: ContactPersonInStory;
let manager: Browser;
let programme: Named;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  olena = await region.contactPerson();
  manager = await region.manager();
  programme = ok(
    await region.admin('POST', region.path('/programmes'), {
      name: 'Work & Stay',
      startsOn: '2023-12-01',
      endsOn: '2025-12-31',
      budgetCents: 1,
    }),
  );
  const campaign = await region.campaign({
    title: 'Nupit',
    endsOn: '2025-01-31',
    costCents: 500,
    programmeId: programme.id,
    parts: [
      { channel: 'facebook', title: 'Facebook-mainos', costCents: 300, reach: 800 },
      { channel: 'radio', reach: 200 },
    ],
  });
  const video = await region.activity({
    kind: 'influencer_video',
    title: 'Viikko Kuusamossa',
    channel: 'youtube',
    startsOn: '2025-01-10',
    costCents: 700,
    municipalities: ['305', '832'],
    details: { creator: 'Aino Äijälä' },
  });
  await region.recruitmentEvent({ title: 'Rekrymessut', on: '2025-02-01', contactPerson: olena, municipalities: ['832'] });
  await region.infoSession({ title: 'Äitien info', on: '2025-03-05' });
  const radio = (await read(campaign.id)).partList[1];
  const [one, two] = [await region.lead({ metAt: [campaign, radio] }), await region.lead({ metAt: [radio] })];
  await region.lead({ metAt: [radio, video] });
  await story.app.sql('update lead set merged_into = $1 where id = $2', [one.id, two.id]);
});
afterAll(() => story.end());

const read = async (id: string) => ok(await region.admin('GET', region.path(`/activities/${id}`)));
const list = async (query = '') => ok(await manager('GET', region.path(`/activities?${query}`)));
const titles = async (query = '') => (await list(query)).items.map(({ title }: { title: string }) => title);
const ALL = ['Äitien info', 'Rekrymessut', 'Viikko Kuusamossa', 'Nupit'];

describe('the list of activities', () => {
  it('begins with the newest; campaigns hold their parts', async () => {
    expect(await titles()).toEqual(ALL);
    expect((await list()).items[3]).toMatchObject({
      title: 'Nupit',
      parts: 2,
      grossReach: 1000,
      totalCostCents: 800,
      leads: 2,
      contactPerson: { id: liisa.id },
      programme: { id: programme.id, name: 'Work & Stay' },
    });
  });

  it('shows parts as lines of their own', async () => {
    const lines = (await list('parts=true&kind=campaign&sort=-costCents')).items;

    expect(
      lines.map(
        ({ title, grossReach, totalCostCents, leads }: { title: string; grossReach: number; totalCostCents: number; leads: number }) => [
          title,
          grossReach,
          totalCostCents,
          leads,
        ],
      ),
    ).toEqual([
      ['Nupit', null, 500, 1],
      ['Facebook-mainos', 800, 300, 0],
      ['Nupit', 200, null, 2],
    ]);
  });

  it('finds a campaign by a part, an activity by its creator, whatever the letters', async () => {
    expect(await titles('q=FACEBOOK')).toEqual(['Nupit']);
    expect(await titles(`q=${encodeURIComponent('äijälä')}`)).toEqual(['Viikko Kuusamossa']);
    expect(await titles('q=%25')).toEqual([]);
  });

  it('filters by kind, channel, contact person, programme and municipality, each repeatable', async () => {
    expect(await titles('kind=info_session&kind=recruitment_event')).toEqual(['Äitien info', 'Rekrymessut']);
    expect(await titles('channel=radio')).toEqual(['Nupit']);
    expect(await titles(`contactPerson=${olena.id}`)).toEqual(['Rekrymessut']);
    expect(await titles(`programme=${programme.id}`)).toEqual(['Nupit']);
    expect(await titles('municipality=832')).toEqual(['Rekrymessut', 'Viikko Kuusamossa']);
    expect(await titles('municipality=832&kind=campaign')).toEqual([]);
  });

  it('filters by days: the last day of an activity counts, that of the period does not', async () => {
    expect(await titles('from=2025-01-31&to=2025-02-01')).toEqual(['Viikko Kuusamossa', 'Nupit']);
    expect(await titles('from=2025-02-01&to=2025-02-02')).toEqual(['Rekrymessut', 'Viikko Kuusamossa']);
    expect(await titles('to=2025-01-10')).toEqual(['Nupit']);
    expect(await titles('on=2025-03-05')).toEqual(['Äitien info', 'Viikko Kuusamossa']);
    expect(await titles('on=2025-03-05&kind=info_session')).toEqual(['Äitien info']);
  });

  it('sorts by day, title in Finnish order, cost, gross reach and leads; the unknown stands last', async () => {
    expect(await titles('sort=startsOn')).toEqual([...ALL].reverse());
    expect(await titles('sort=title')).toEqual(['Nupit', 'Rekrymessut', 'Viikko Kuusamossa', 'Äitien info']);
    expect(await titles('sort=-title')).toEqual(['Äitien info', 'Viikko Kuusamossa', 'Rekrymessut', 'Nupit']);
    expect(await titles('sort=costCents')).toEqual(['Viikko Kuusamossa', 'Nupit', 'Äitien info', 'Rekrymessut']);
    expect(await titles('sort=-costCents')).toEqual(['Nupit', 'Viikko Kuusamossa', 'Äitien info', 'Rekrymessut']);
    expect(await titles('sort=-grossReach')).toEqual(['Nupit', 'Äitien info', 'Rekrymessut', 'Viikko Kuusamossa']);
    expect(await titles('sort=-leads')).toEqual(['Nupit', 'Viikko Kuusamossa', 'Äitien info', 'Rekrymessut']);
  });

  it('comes in pages', async () => {
    const first = await list('limit=3');
    const second = await list(`limit=3&cursor=${first.nextCursor}`);

    expect([first.total, second.total, second.nextCursor]).toEqual([4, 4, null]);
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(ALL);
  });

  it('refuses what it does not know', async () => {
    const statuses = [];
    for (const query of [
      'sort=colour',
      'limit=0',
      'limit=201',
      'kind=party',
      'on=2025-02-30',
      'archived=maybe',
      'contactPerson=liisa',
      'cursor=x',
      'surprise=1',
    ]) {
      statuses.push((await manager('GET', region.path(`/activities?${query}`))).status);
    }
    expect(statuses).toEqual(Array(9).fill(400));
  });

  it('holds no other region', async () => {
    const other = await story.region();
    await other.campaign({ title: 'Vieras' });

    expect((await list()).total).toBe(4);
    expect(ok(await other.admin('GET', other.path('/activities'))).items).toMatchObject([{ title: 'Vieras', leads: 0 }]);
    expect((await other.admin('GET', region.path('/activities'))).status).toBe(404);
    expect((await story.app.browser()('GET', region.path('/activities'))).status).toBe(401);
  });

  it('counts no voided touch', async () => {
    const fair = await region.recruitmentEvent({ title: 'Peruttu', on: '2024-02-01' });
    const lead = await region.lead({ metAt: [fair] });
    const leads = async () => (await list('q=Peruttu')).items[0].leads;
    expect(await leads()).toBe(1);

    const [touch] = await story.app.sql<{ id: string }>('select id from touch where lead_id = $1', [lead.id]);
    ok(await liisa.browser('POST', region.path(`/touches/${touch!.id}/void`), { reason: 'Väärä henkilö' }));
    expect(await leads()).toBe(0);
  });
});
