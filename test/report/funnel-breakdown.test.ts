/** The funnel by what leads met and who met them: credit, filters, and the upper part. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story?.end());

const YEAR = { from: '2025-01-01', to: '2026-01-01' };
const at = (activity: { id: string }, day: string) => ({ activity, at: day.includes('T') ? day : `${day}T10:00:00Z` });

async function anew(): Promise<void> {
  region = await story.region();
  liisa = await region.contactPerson();
}

/** Credits of each row at each step; `unattributed` last. */
async function rows(query: Record<string, string | string[]>, by?: ContactPersonInStory['browser']): Promise<Record<string, number[]>> {
  const report = await region.report('funnel', { ...YEAR, ...query }, by);
  const all: [string, number[]][] = [
    ...report.rows.map(({ key, steps }: { key: string; steps: number[] }) => [key, steps]),
    ['unattributed', report.unattributed.steps],
  ];
  report.steps.forEach(({ count }: { count: number }, step: number) => {
    expect(all.reduce((sum, [, steps]) => sum + steps[step]!, 0)).toBeCloseTo(count, 9);
    if (step > 0) for (const [, steps] of all) expect(steps[step]).toBeLessThanOrEqual(steps[step - 1]!);
  });
  return Object.fromEntries(all.map(([key, steps]) => [key, steps.map((credit) => Math.round(credit * 1e6) / 1e6)]));
}
const created = async (query: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(await rows(query)).map(([key, [first]]) => [key, first]));

describe('credit by channel', () => {
  let won: LeadInStory;
  beforeAll(async () => {
    await anew();
    const [campaign, video, fair] = [
      await region.campaign(),
      await region.activity({ kind: 'influencer_video', channel: 'youtube', title: 'Viikko Kuusamossa' }),
      await region.recruitmentEvent(),
    ];
    won = await region.lead({
      createdOn: '2025-02-10',
      metAt: [at(campaign, '2025-02-01'), at(video, '2025-02-03'), at(fair, '2025-02-05')],
    });
    await won.reaches('contacted', '2025-02-12');
    await region.lead({
      createdOn: '2025-02-10',
      metAt: [
        at(fair, '2025-02-01'),
        at(campaign, '2025-02-03'),
        { how: 'referral', at: '2025-02-04T10:00:00Z' },
        at(campaign, '2025-02-05'),
      ],
    });
    await region.lead({ createdOn: '2025-02-10', metAt: 'own_initiative' });
    await region.lead({ createdOn: '2025-02-10' });
  });

  it('is all of the first touch', async () => {
    expect(await rows({ by: 'channel', model: 'first' })).toEqual({
      instagram: [1, 1, 0, 0, 0],
      event: [1, 0, 0, 0, 0],
      own_initiative: [1, 0, 0, 0, 0],
      unattributed: [1, 0, 0, 0, 0],
    });
  });

  it('is all of the last touch', async () => {
    expect(await rows({ by: 'channel', model: 'last' })).toEqual({
      instagram: [1, 0, 0, 0, 0],
      event: [1, 1, 0, 0, 0],
      own_initiative: [1, 0, 0, 0, 0],
      unattributed: [1, 0, 0, 0, 0],
    });
  });

  it('is shared equally over the touches, a channel met twice twice', async () => {
    const third = 0.333333;
    expect(await rows({ by: 'channel', model: 'linear' })).toEqual({
      instagram: [0.833333, third, 0, 0, 0],
      event: [0.583333, third, 0, 0, 0],
      youtube: [third, third, 0, 0, 0],
      referral: [0.25, 0, 0, 0, 0],
      own_initiative: [1, 0, 0, 0, 0],
      unattributed: [1, 0, 0, 0, 0],
    });
  });

  it('leaves out what was met after the day of the first outcome, also at the steps before it', async () => {
    const course = await region.activity({ kind: 'training', channel: 'website', title: 'Kurssi' });
    const service = await region.activity({ kind: 'settlement_service', channel: 'partner', title: 'Asettautuminen' });
    await won.settles('2025-03-01');
    ok(await won.post('/touches', { activityId: course.id, how: 'attendance', at: '2025-03-01T21:59:59Z' }));
    ok(await won.post('/touches', { activityId: service.id, how: 'attendance', at: '2025-03-01T22:00:00Z' }));
    expect(await rows({ by: 'channel', model: 'last' })).toMatchObject({ website: [1, 1, 1, 1, 1] });
    expect(Object.keys(await rows({ by: 'channel', model: 'linear' }))).not.toContain('partner');

    const afterwards = await region.lead({ createdOn: '2025-02-10' });
    await afterwards.settles('2025-02-20');
    ok(await afterwards.post('/touches', { activityId: service.id, how: 'attendance', at: '2025-02-25T10:00:00Z' }));
    expect(await rows({ by: 'channel', model: 'first' })).toMatchObject({ unattributed: [2, 1, 1, 1, 1] });
  });
});

describe('rows', () => {
  beforeAll(anew);

  it('of campaigns hold their parts, which stand by themselves as activities', async () => {
    const campaign = await region.campaign({ title: 'Nupit', channel: 'other', parts: [{ channel: 'instagram' }, { channel: 'youtube' }] });
    const { partList } = ok(await region.admin('GET', region.path(`/activities/${campaign.id}`)));
    const [instagram, youtube] = ['instagram', 'youtube'].map((channel) =>
      partList.find((part: { channel: string }) => part.channel === channel),
    );
    await region.lead({ createdOn: '2025-02-10', metAt: [at(instagram, '2025-02-01'), at(youtube, '2025-02-02')] });
    await region.lead({ createdOn: '2025-02-10', metAt: at(campaign, '2025-02-01') });

    expect(await created({ by: 'campaign' })).toEqual({ [campaign.id]: 2, unattributed: 0 });
    expect(await created({ by: 'activity' })).toEqual({ [campaign.id]: 1, [instagram.id]: 0.5, [youtube.id]: 0.5, unattributed: 0 });
    expect(await created({ by: 'activity', activity: campaign.id })).toMatchObject({ [instagram.id]: 0.5 });
    expect(await created({ by: 'activity', activity: youtube.id })).toEqual({ [instagram.id]: 0.5, [youtube.id]: 0.5, unattributed: 0 });
    const [row] = (await region.report('funnel', { ...YEAR, by: 'campaign' })).rows;
    expect(row.label).toBe('Nupit');
  });

  it('of programmes and work packages name what belongs to none', async () => {
    const programme = ok(
      await region.admin('POST', region.path('/programmes'), {
        name: 'Work & Stay',
        startsOn: '2025-01-01',
        endsOn: '2025-12-31',
        budgetCents: 1,
        workPackages: [{ code: 'TP1', name: 'Markkinointi' }],
      }),
    );
    const [workPackage] = programme.workPackages;
    const [within, without] = [
      await region.campaign({ programmeId: programme.id, workPackageId: workPackage.id }),
      await region.campaign(),
    ];
    const day = { from: '2025-04-01', to: '2025-05-01' };
    await region.lead({ createdOn: '2025-04-10', metAt: [at(within, '2025-04-01'), at(without, '2025-04-02')] });

    expect(await created({ ...day, by: 'programme' })).toEqual({ [programme.id]: 0.5, none: 0.5, unattributed: 0 });
    expect(await created({ ...day, by: 'workPackage' })).toEqual({ [workPackage.id]: 0.5, none: 0.5, unattributed: 0 });
    expect((await region.report('funnel', { ...YEAR, ...day, by: 'workPackage' })).rows[0].label).toBe('TP1 Markkinointi');
    expect(await created({ ...day, by: 'kind', programme: programme.id })).toEqual({ campaign: 1, unattributed: 0 });
  });

  it('of contact persons are of those responsible at the time of the touch, the first one also before', async () => {
    await anew();
    const people: ContactPersonInStory[] = [liisa];
    for (let more = 0; more < 4; more += 1) people.push(await region.contactPerson());
    const [, olena] = people as [ContactPersonInStory, ContactPersonInStory];
    const campaign = await region.campaign({ contactPerson: liisa, startsOn: '2025-01-01' });
    for (const [place, person] of people.slice(2).entries()) {
      await region.lead({
        by: person,
        createdOn: '2025-06-10',
        metAt: at(await region.campaign({ contactPerson: person }), `2025-06-0${place + 1}`),
      });
    }
    ok(
      await region.admin('PUT', region.path(`/activities/${campaign.id}/contact-person`), { contactPersonId: olena.id, on: '2025-03-01' }),
    );
    const night = '2025-02-28T22:00:00Z'; // 1 March, 0.00
    await region.lead({ by: olena, createdAt: '2025-05-10T09:00:00.777Z', metAt: at(campaign, night) });
    await region.lead({ createdAt: '2025-05-10T09:00:00.777Z', metAt: at(campaign, '2025-02-28T21:59:59Z') });
    await region.lead({ createdAt: '2025-05-10T09:00:00.777Z', metAt: at(campaign, '2024-06-01') });

    expect(await created({ by: 'contactPerson' })).toMatchObject({ [liisa.id]: 2, [olena.id]: 1, unattributed: 0 });
    expect((await region.report('funnel', { ...YEAR, contactPerson: olena.id })).cohort.leads).toBe(1);
    const reach = async (person: ContactPersonInStory) =>
      (await region.report('funnel', { ...YEAR, contactPerson: person.id })).reach.grossReach;
    ok(
      await region.admin('PUT', region.path(`/activities/${campaign.id}/metrics`), [
        { metric: 'reach', periodStart: '2025-02-27', periodEnd: '2025-03-02', value: 400 },
      ]),
    );
    expect([await reach(liisa), await reach(olena)]).toEqual([200, 200]);
    expect((await region.report('funnel', { ...YEAR, owner: [liisa.id, olena.id] })).reach.grossReach).toBe(400);
  });

  it("of a lead's own facts are its own: owner, municipality, language; what nobody knows is unattributed", async () => {
    await anew();
    const olena = await region.contactPerson();
    for (let more = 0; more < 6; more += 1) await region.lead({ createdOn: '2025-02-10', municipality: '305' });
    for (let more = 0; more < 5; more += 1) await region.lead({ createdOn: '2025-02-10', by: olena, municipality: '832', language: 'uk' });
    await region.lead({ createdOn: '2025-02-10', municipality: '614', person: { name: 'Turvakielto', languages: [], protected: true } });

    expect(await created({ by: 'municipality' })).toEqual({ '305': 6, '832': 5, unattributed: 1 });
    expect((await region.report('funnel', { ...YEAR, municipality: '614' })).cohort.leads).toBe(0);
    expect((await region.report('funnel', { ...YEAR, by: 'municipality' })).rows.map(({ label }: { label: string }) => label)).toEqual([
      'Kuusamo',
      'Taivalkoski',
    ]);
    expect(
      (await region.report('funnel', { ...YEAR, by: 'owner' }, olena.browser)).rows.map(
        ({ key, steps }: { key: string; steps: number[] }) => [key, steps[0]],
      ),
    ).toEqual([
      [olena.id, 5],
      ['team', 7],
    ]);
  });
});

describe('filters', () => {
  let [campaign, video, fair] = [{ id: '' }, { id: '' }, { id: '' }];
  beforeAll(async () => {
    await anew();
    campaign = await region.campaign();
    video = await region.activity({
      kind: 'influencer_video',
      channel: 'youtube',
      title: 'Video',
      languages: ['uk'],
      municipalities: ['832'],
    });
    fair = await region.recruitmentEvent();
    await region.lead({ createdOn: '2025-02-10', metAt: [at(campaign, '2025-02-01'), at(fair, '2025-02-02')] });
    await region.lead({ createdOn: '2025-02-10', metAt: [at(video, '2025-02-01')] });
    await region.lead({ createdOn: '2025-02-10', municipality: '305' });
  });
  const leads = async (query: Record<string, string | string[]>) => (await region.report('funnel', { ...YEAR, ...query })).cohort.leads;

  it('on touches keep a lead whole', async () => {
    expect(await created({ by: 'channel', channel: 'event' })).toEqual({ instagram: 0.5, event: 0.5, unattributed: 0 });
    expect(await leads({ channel: ['event', 'youtube'] })).toBe(2);
    expect(await leads({ kind: 'campaign' })).toBe(1);
  });

  it('want one touch that fits them all', async () => {
    expect(await leads({ channel: 'event', kind: 'campaign' })).toBe(0);
    expect(await leads({ channel: 'event', kind: 'recruitment_event', activity: fair.id })).toBe(1);
  });

  it('on facts of the lead compare its own, and in the upper part the activity', async () => {
    ok(
      await region.admin('PUT', region.path(`/activities/${campaign.id}/metrics`), [
        { metric: 'reach', periodStart: '2025-01-01', periodEnd: '2025-01-31', value: 3100 },
        { metric: 'impressions', periodStart: '2025-01-01', periodEnd: '2025-01-31', value: 9000 },
        { metric: 'clicks', periodStart: '2025-01-01', periodEnd: '2025-01-31', value: 420 },
        { metric: 'linkClicks', periodStart: '2025-01-01', periodEnd: '2025-01-31', value: 42 },
      ]),
    );
    ok(
      await region.admin('POST', region.path(`/activities/${video.id}/snapshots`), [
        { metric: 'views', takenAt: '2025-01-10T08:00:00Z', value: 700 },
      ]),
    );

    expect((await region.report('funnel', YEAR)).reach).toEqual({
      grossReach: 3100,
      impressions: 9000,
      views: 700,
      clicks: 42,
      clicksTracked: null,
      clicksReported: 42,
    });
    expect((await region.report('funnel', { ...YEAR, from: '2025-01-31' })).reach).toMatchObject({ grossReach: 100, views: null });
    const inTaivalkoski = await region.report('funnel', { ...YEAR, municipality: '832' });
    expect([inTaivalkoski.reach.grossReach, inTaivalkoski.reach.views, inTaivalkoski.cohort.leads]).toEqual([null, 700, 0]);
    expect((await region.report('funnel', { ...YEAR, language: 'uk' })).reach).toMatchObject({ grossReach: null, views: 700 });
    expect(await leads({ municipality: '305' })).toBe(1);
    expect((await region.report('funnel', { ...YEAR, activity: fair.id })).reach.views).toBeNull();
  });

  it('on an unknown activity or another pipeline find nothing', async () => {
    expect(await leads({ activity: '018f3c9e-0000-7000-8000-000000000000' })).toBe(0);
    expect(await leads({ pipeline: 'remote' })).toBe(0);
  });
});
