/** The funnel over time: whose leads are counted, who is still here afterwards, and what it is compared with. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { counts, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story?.end());

const YEAR = { from: '2025-01-01', to: '2026-01-01' };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const dayIn = (days: number) => daysAgo(-days).slice(0, 10);

async function koillismaa(): Promise<RegionInStory> {
  const region = await story.region();
  await region.contactPerson();
  return region;
}

const step = (report: { steps: { key: string }[] }, key: string) =>
  report.steps.find((one) => one.key === key) as never as Record<string, never>;
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test says
const lost = (report: any): Record<string, unknown[]> =>
  Object.fromEntries(
    report.steps.filter((one: { lost: unknown[] }) => one.lost.length).map((one: { key: string; lost: unknown[] }) => [one.key, one.lost]),
  );

describe('the cohort', () => {
  it("is of the days of the region's zone, the last one exclusive", async () => {
    const region = await koillismaa();
    await region.lead({ createdAt: '2025-03-29T21:59:59Z' }); // 29 March, 23.59.59 winter time
    await region.lead({ createdAt: '2025-03-29T22:00:00Z' }); // 30 March, 0.00
    await region.lead({ createdAt: '2025-03-30T20:59:59Z' }); // 30 March, 23.59.59 summer time
    await region.lead({ createdAt: '2025-03-30T21:00:00Z' }); // 31 March, 0.00
    const leads = async (from: string, to: string) => (await region.report('funnel', { from, to })).cohort.leads;

    expect([
      await leads('2025-03-29', '2025-03-30'),
      await leads('2025-03-30', '2025-03-31'),
      await leads('2025-03-31', '2025-04-01'),
    ]).toEqual([1, 2, 1]);
    const months = await region.report('funnel', { ...YEAR, by: 'month' });
    expect(months.rows).toEqual([{ key: '2025-03', label: '2025-03', steps: [4, 0, 0, 0, 0] }]);
  });

  it('tells who is still running and rates without the young', async () => {
    const region = await koillismaa();
    await region.lead({ createdAt: daysAgo(20) }).then((lead) => lead.reaches('contacted', daysAgo(18)));
    await region.lead({ createdAt: daysAgo(20) });
    await region.lead({ createdAt: daysAgo(5) });
    await region.lead({ createdAt: daysAgo(5) }).then((lead) => lead.reaches('contacted', daysAgo(4)));
    await region.lead({ createdAt: daysAgo(5) }).then((lead) => lead.isLost('spam', daysAgo(4)));
    const time = { from: dayIn(-30), to: dayIn(1) };

    const report = await region.report('funnel', { ...time, windowDays: '10' });
    expect(report.cohort).toMatchObject({ leads: 5, stillRunning: 2 });
    expect(step(report, 'contacted')).toMatchObject({
      count: 2,
      rateFromPrevious: { value: 0.4 },
      mature: { count: 1, rateFromPrevious: { value: 0.5 }, rateFromFirst: { value: 0.5 } },
    });
    expect(step(report, 'new').mature).toEqual({ count: 2, rateFromPrevious: null, rateFromFirst: null });

    const endless = await region.report('funnel', { ...time, windowDays: 'none' });
    expect(endless.cohort).toMatchObject({ leads: 5, stillRunning: 4 });
    expect(step(endless, 'contacted')).toMatchObject({ count: 2, mature: { count: 2 } });
    expect((await region.report('funnel', { from: dayIn(-30), to: dayIn(-15), windowDays: '10' })).cohort).toMatchObject({
      leads: 2,
      stillRunning: 0,
    });
    expect(step(await region.report('funnel', { from: dayIn(-7), to: dayIn(1), windowDays: '10' }), 'new')).toMatchObject({
      count: 3,
      mature: { count: 0 },
    });
  });

  it('reads through a merge', async () => {
    const region = await koillismaa();
    const [fair, video] = [await region.recruitmentEvent(), await region.campaign()];
    const kept = await region.lead({ createdOn: '2025-02-10', metAt: fair });
    const double = await region.lead({ createdOn: '2025-02-12', metAt: video });
    await double.reaches('contacted', '2025-02-20');
    await double.isLost('no_job', '2025-03-01');
    await story.app.sql('update lead set merged_into = $2 where id = $1', [double.id, kept.id]);

    const report = await region.report('funnel', { ...YEAR, by: 'channel' });
    expect(counts(report)).toMatchObject({ new: 1, contacted: 1 });
    expect(lost(report)).toEqual({ contacted: [{ reason: 'no_job', count: 1 }] });
    expect(report.rows.map(({ key, steps }: { key: string; steps: number[] }) => [key, steps[1]])).toEqual([
      ['event', 0.5],
      ['instagram', 0.5],
    ]);
  });
});

describe('still here', () => {
  const answer = (lead: LeadInStory, id: string, body: Record<string, unknown>) =>
    lead.browser('POST', lead.region.path(`/follow-ups/${id}`), body).then(ok);
  const stillHere = async (region: RegionInStory, query: Record<string, string> = {}) =>
    (await region.report('funnel', { from: '2024-01-01', to: '2027-01-01', ...query })).stillHere;

  it('counts the last answer at or after a month, of leads that moved or founded a company', async () => {
    const region = await koillismaa();
    const settled = async (on: string) => {
      const lead = await region.lead({ createdOn: '2024-01-02' });
      return { lead, followUps: (await lead.settles(on)).followUps as { id: string }[] };
    };
    const stays = await settled('2024-02-01');
    await answer(stays.lead, stays.followUps[0]!.id, { status: 'no_answer', on: '2024-05-02' });
    await answer(stays.lead, stays.followUps[1]!.id, { status: 'still_here', on: '2024-08-02' });
    const leaves = await settled('2024-02-01');
    await answer(leaves.lead, leaves.followUps[0]!.id, { status: 'still_here', on: '2024-05-02' });
    await answer(leaves.lead, leaves.followUps[1]!.id, { status: 'left', on: '2024-08-02' });
    const founder = await region.lead({ createdOn: '2024-01-02' });
    const { followUps } = await founder.founds('2024-02-01');
    await answer(founder, followUps[2].id, { status: 'still_here', on: '2025-02-02' });
    await settled('2024-02-01');
    const works = await region.lead({ createdOn: '2024-01-02' });
    ok(
      await works.browser('POST', region.path(`/leads/${works.id}/outcomes`), {
        type: 'employed',
        on: '2024-02-01',
        municipality: '305',
        organisation: { name: 'Työ Oy' },
      }),
    );

    expect(await stillHere(region)).toMatchObject([
      { months: 3, count: 2, due: 4, notYetDue: 0, noAnswer: 1, rate: { value: 2 / 3 } },
      { months: 6, count: 2, due: 4, notYetDue: 0, noAnswer: 1, rate: { value: 2 / 3 } },
      { months: 12, count: 1, due: 4, notYetDue: 0, noAnswer: 2, rate: { value: 0.5 } },
    ]);
  });

  it('knows what is not yet due, and forgets voided answers and outcomes', async () => {
    const region = await koillismaa();
    const recent = await region.lead({ createdAt: daysAgo(150) });
    const { followUps } = await recent.settles(dayIn(-120));
    const { answerId } = await answer(recent, followUps[0].id, { status: 'still_here', on: dayIn(-20) });
    const wrong = await region.lead({ createdAt: daysAgo(150) });
    const { id } = await wrong.settles(dayIn(-120));
    ok(await wrong.browser('POST', region.path(`/outcomes/${id}/void`), { reason: 'Väärä ihminen' }));
    const time = { from: dayIn(-200), to: dayIn(1) };

    expect(await stillHere(region, time)).toMatchObject([
      { months: 3, count: 1, due: 1, notYetDue: 0, noAnswer: 0, rate: { value: 1 } },
      { months: 6, count: 0, due: 0, notYetDue: 1, noAnswer: 0, rate: null },
      { months: 12, count: 0, due: 0, notYetDue: 1, noAnswer: 0, rate: null },
    ]);
    ok(await recent.browser('POST', region.path(`/follow-up-answers/${answerId}/void`), { reason: 'Väärä ihminen' }));
    expect((await stillHere(region, time))[0]).toMatchObject({ months: 3, count: 0, due: 1, noAnswer: 1, rate: null });
  });
});

describe('the comparison', () => {
  it('is of as many days before, of the year before, or of any days', async () => {
    const region = await koillismaa();
    await region.lead({ createdOn: '2025-03-10' });
    for (const day of ['2025-02-01', '2025-02-28']) await region.lead({ createdOn: day });
    for (const day of ['2024-03-01', '2024-03-15', '2024-03-31']) await region.lead({ createdOn: day });
    const march = { from: '2025-03-01', to: '2025-04-01' };
    const previous = async (query: Record<string, string>) => (await region.report('funnel', { ...march, ...query })).previous;

    expect((await previous({ compare: 'previous' })).cohort).toEqual({ from: '2025-01-29', to: '2025-03-01', leads: 2, stillRunning: 0 });
    expect((await previous({ compare: 'year-before' })).cohort).toMatchObject({ from: '2024-03-01', to: '2024-04-01', leads: 3 });
    expect((await previous({ compareFrom: '2024-03-15', compareTo: '2024-03-16', by: 'month' })).rows).toEqual([
      { key: '2024-03', label: '2024-03', steps: [1, 0, 0, 0, 0] },
    ]);
    expect(await previous({ compare: 'none' })).toBeUndefined();
  });

  it('with a time that has no data is none; figures alone are data', async () => {
    const region = await koillismaa();
    await region.lead({ createdOn: '2025-03-10' });
    const query = { from: '2025-03-01', to: '2025-04-01', compare: 'year-before' };
    expect((await region.report('funnel', query)).previous).toBeNull();

    const campaign = await region.campaign({ startsOn: '2024-01-01' });
    ok(
      await region.admin('PUT', region.path(`/activities/${campaign.id}/metrics`), [
        { metric: 'reach', periodStart: '2024-03-31', periodEnd: '2024-04-01', value: 100 },
      ]),
    );
    expect((await region.report('funnel', query)).previous).toMatchObject({ cohort: { leads: 0 }, reach: { grossReach: 50 } });
  });

  it('of the 29th of February is with the 28th', async () => {
    const region = await koillismaa();
    await region.lead({ createdOn: '2023-02-28' });
    const { previous } = await region.report('funnel', { from: '2024-02-29', to: '2024-03-01', compare: 'year-before' });
    expect(previous.cohort).toMatchObject({ from: '2023-02-28', to: '2023-03-01', leads: 1 });
  });
});
