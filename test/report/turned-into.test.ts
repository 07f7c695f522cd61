/** The page of an activity says what its reach turned into. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, type Met, type Named, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let liisa: ContactPersonInStory;
let manager: Browser;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
  liisa = await region.contactPerson();
  manager = await region.manager();
});
afterAll(() => story.end());

const turned = async (activity: Named, by: Browser = manager) => ok(await by('GET', region.path(`/activities/${activity.id}/turned-into`)));
const put = async (activity: Named, metrics: object[]) =>
  ok(await region.admin('PUT', region.path(`/activities/${activity.id}/metrics`), metrics));
const part = async (campaign: Named): Promise<Named> =>
  ok(await region.admin('GET', region.path(`/activities/${campaign.id}`))).partList[0];
const met = (activity: Named, at: string): Met => ({ activity, at });
const JANUARY = { periodStart: '2025-01-01', periodEnd: '2025-01-31' };

describe('what an activity turned into', () => {
  it('is nothing yet, and unknown where nobody told', async () => {
    expect(await turned(await region.campaign())).toEqual({
      grossReach: null,
      views: null,
      clicks: null,
      costCents: null,
      leads: 0,
      visiting: 0,
      outcomes: 0,
      outcomesLinear: 0,
      lookbackDays: 365,
      stages: [],
      rows: [],
    });
  });

  it('holds the figures of the whole campaign', async () => {
    const campaign = await region.campaign({
      endsOn: '2025-01-31',
      costCents: 500,
      parts: [{ channel: 'facebook', costCents: 300, reach: 800 }],
    });
    await put(campaign, [
      { metric: 'reach', ...JANUARY, value: 200 },
      { metric: 'linkClicks', ...JANUARY, value: 7 },
      { metric: 'clicks', ...JANUARY, value: 90 },
      { metric: 'views', ...JANUARY, value: 40 },
      { metric: 'spend', ...JANUARY, value: 1000, source: 'meta' },
    ]);

    expect(await turned(campaign)).toMatchObject({ grossReach: 1000, views: 40, clicks: 7, costCents: 1800 });
    expect(await turned(await part(campaign))).toMatchObject({ grossReach: 800, views: null, clicks: null, costCents: 300 });
  });

  it('counts each lead once, with those that met a part, and those who came to the step before the last', async () => {
    const campaign = await region.campaign({ parts: [{ channel: 'facebook' }] });
    const facebook = await part(campaign);
    const fair = await region.recruitmentEvent();
    await region.lead({ metAt: [campaign, facebook], createdOn: '2025-02-10' });
    await (await region.lead({ metAt: [facebook], createdOn: '2025-02-10' })).reaches('visiting', '2025-03-01T09:00:00Z');
    await (await (await region.lead({ metAt: [campaign], createdOn: '2025-02-10' })).reaches('visiting', '2025-03-01T09:00:00Z')).isLost(
      'no_job',
      '2025-03-02T09:00:00Z',
    );
    await (await region.lead({ metAt: [campaign], createdOn: '2025-02-10', intent: 'remote' })).reaches('visiting', '2025-03-01T09:00:00Z');
    await (await region.lead({ metAt: [campaign], createdOn: '2025-02-10', intent: 'found' })).reaches('guided', '2025-03-01T09:00:00Z');
    await region.lead({ metAt: [fair], createdOn: '2025-02-10' });

    expect(await turned(campaign)).toMatchObject({ leads: 5, visiting: 3 });
    expect(await turned(facebook)).toMatchObject({ leads: 2, visiting: 1 });
  });

  it('shares an outcome equally with what else touched its lead before', async () => {
    const [campaign, fair] = [await region.campaign(), await region.recruitmentEvent()];
    const one = await region.lead({ metAt: [met(campaign, '2025-02-01T10:00:00Z')], createdOn: '2025-02-10' });
    const two = await region.lead({
      metAt: [met(campaign, '2025-02-01T10:00:00Z'), met(fair, '2025-02-02T10:00:00Z'), 'referral'],
      createdOn: '2025-02-10',
    });
    await one.settles('2025-04-01');
    await two.settles('2025-04-01');

    expect(await turned(campaign)).toMatchObject({ outcomes: 2, outcomesLinear: expect.closeTo(1 + 1 / 3, 9) });
    expect(await turned(fair)).toMatchObject({ outcomes: 1, outcomesLinear: expect.closeTo(1 / 3, 9) });
  });

  it('counts a touch on the day of the outcome and a year before it, none outside', async () => {
    const [first, last, late, early] = [await region.campaign(), await region.campaign(), await region.campaign(), await region.campaign()];
    const metAt = [
      met(early, '2024-04-01T10:00:00Z'),
      met(first, '2024-04-01T21:30:00Z'),
      met(last, '2025-04-02T20:30:00Z'),
      met(late, '2025-04-02T21:30:00Z'),
    ];
    const lead = await region.lead({ createdOn: '2025-02-10', metAt });
    await lead.settles('2025-04-02');

    const credits = [];
    for (const campaign of [early, first, last, late]) credits.push((await turned(campaign)).outcomesLinear);
    expect(credits).toEqual([0, 0.5, 0.5, 0]);
  });

  it('does not count what was voided', async () => {
    const campaign = await region.campaign();
    const [one, two] = [
      await region.lead({ metAt: [campaign], createdOn: '2025-02-10' }),
      await region.lead({ metAt: [campaign], createdOn: '2025-02-10' }),
    ];
    const outcome = await one.settles('2025-04-01');
    await two.settles('2025-04-01');
    const [{ id: outcomeId }] = (await story.app.sql<{ id: string }>('select id from outcome where lead_id = $1', [one.id])) as [
      { id: string },
    ];
    const [{ id: touchId }] = (await story.app.sql<{ id: string }>('select id from touch where lead_id = $1', [two.id])) as [
      { id: string },
    ];
    expect(outcome).toBeTruthy();
    ok(await liisa.browser('POST', region.path(`/outcomes/${outcomeId}/void`), { reason: 'Ei muuttanut' }));
    ok(await liisa.browser('POST', region.path(`/touches/${touchId}/void`), { reason: 'Ei tavannut' }));

    expect(await turned(campaign)).toMatchObject({ leads: 1, outcomes: 0, outcomesLinear: 0 });
  });

  it('shows who may see persons where each wish stands now, and hides small counts from the others', async () => {
    const campaign = await region.campaign();
    const wishes = [...Array(6).fill('move'), 'found', 'found'];
    const leads = [];
    for (const intent of wishes) leads.push(await region.lead({ metAt: [campaign], createdOn: '2025-02-10', intent }));
    await leads[6]!.isLost('no_housing', '2025-03-01T09:00:00Z');

    const whole = await turned(campaign, liisa.browser);
    const keys = whole.stages.map(({ key }: { key: string }) => key);
    const table = ({ rows }: { rows: { intent: string; counts: (number | null)[]; suppressed?: true }[] }) =>
      rows.map(({ intent, counts, suppressed }) => [
        intent,
        Object.fromEntries(counts.flatMap((count, at) => (count === 0 ? [] : [[keys[at], count]]))),
        suppressed ?? false,
      ]);
    expect(keys).toEqual(['new', 'contacted', 'guided', 'planning', 'qualified', 'visiting', 'won', 'lost']);
    expect(table(whole)).toEqual([
      ['move', { new: 6 }, false],
      ['found', { new: 1, lost: 1 }, false],
    ]);
    expect(table(await turned(campaign))).toEqual([
      ['move', { new: null }, true],
      ['found', { new: null, lost: null }, true],
    ]);
  });

  it('is read by everyone of the region and by nobody else', async () => {
    const campaign = await region.campaign();
    const address = `/activities/${campaign.id}/turned-into`;

    for (const by of [await region.marketer(), liisa.browser, region.admin])
      expect((await by('GET', region.path(address))).status).toBe(200);
    expect([
      (await story.app.browser()('GET', region.path(address))).status,
      (await other.admin('GET', region.path(address))).status,
      (await other.admin('GET', other.path(address))).status,
      (await manager('GET', region.path('/activities/01900000-0000-7000-8000-000000000000/turned-into'))).status,
    ]).toEqual([401, 404, 404, 404]);
  });
});
