/** The funnel told as stories: what counts at a step within a window, what is lost, and several pipelines. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { counts, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story?.end());

const YEAR = { from: '2025-01-01', to: '2026-01-01' };
const secondsAfter = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

async function koillismaa(): Promise<RegionInStory> {
  const region = await story.region();
  await region.contactPerson();
  return region;
}

async function voidStage(lead: LeadInStory, stage: string): Promise<void> {
  const { timeline } = await lead.read();
  const entry = timeline.find((one: { stage?: { stage: string }; voided: unknown }) => one.stage?.stage === stage && !one.voided);
  ok(await lead.browser('POST', lead.region.path(`/stage-changes/${entry.id}/void`), { reason: 'Kirjattu väärin' }));
}

const step = (report: { steps: { key: string }[] }, key: string) =>
  report.steps.find((one) => one.key === key) as never as Record<string, never>;
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test says
const lost = (report: any): Record<string, unknown[]> =>
  Object.fromEntries(
    report.steps.filter((one: { lost: unknown[] }) => one.lost.length).map((one: { key: string; lost: unknown[] }) => [one.key, one.lost]),
  );

describe('a step', () => {
  it('counts a lead up to the furthest it reached, with rates and their intervals', async () => {
    const region = await koillismaa();
    const fair = await region.recruitmentEvent({ on: '2025-02-01' });
    await region.lead({ metAt: fair, createdOn: '2025-02-10' }).then((lead) => lead.reaches('visiting', '2025-03-01'));
    await region.lead({ metAt: fair, createdOn: '2025-02-11' });

    const report = await region.report('funnel', YEAR);

    expect(counts(report)).toEqual({ new: 2, contacted: 1, qualified: 1, visiting: 1, won: 0 });
    expect(report.cohort).toEqual({ ...YEAR, leads: 2, stillRunning: 0 });
    expect(step(report, 'new')).toMatchObject({ rateFromPrevious: null, rateFromFirst: null, daysFromPrevious: null });
    expect(step(report, 'contacted').rateFromPrevious).toMatchObject({ value: 0.5 });
    expect(step(report, 'won')).toMatchObject({ rateFromPrevious: { value: 0, low: 0 }, rateFromFirst: { value: 0, low: 0 } });
  });

  it('is nothing without leads: no rate, no days, no reach', async () => {
    const report = await (await koillismaa()).report('funnel', { ...YEAR, by: 'channel' });

    expect(counts(report)).toEqual({ new: 0, contacted: 0, qualified: 0, visiting: 0, won: 0 });
    expect(
      report.steps.every(
        (one: { rateFromPrevious: unknown; rateFromFirst: unknown; daysFromPrevious: unknown }) =>
          one.rateFromPrevious === null && one.rateFromFirst === null && one.daysFromPrevious === null,
      ),
    ).toBe(true);
    expect(report.reach).toEqual({
      grossReach: null,
      impressions: null,
      views: null,
      clicks: null,
      clicksTracked: null,
      clicksReported: null,
    });
    expect(report).toMatchObject({ rows: [], unattributed: { steps: [0, 0, 0, 0, 0] } });
    expect(report.previous).toBeUndefined();
  });

  it('counts the last second of the window and not the one after it', async () => {
    const region = await koillismaa();
    const created = '2025-02-10T09:00:00Z';
    await region.lead({ createdAt: created }).then((lead) => lead.reaches('contacted', secondsAfter(created, 15 * 86_400)));
    await region.lead({ createdAt: created }).then((lead) => lead.reaches('contacted', secondsAfter(created, 15 * 86_400 + 1)));

    expect(counts(await region.report('funnel', { ...YEAR, windowDays: '15' }))).toMatchObject({ new: 2, contacted: 1 });
    expect(counts(await region.report('funnel', { ...YEAR, windowDays: '16' }))).toMatchObject({ new: 2, contacted: 2 });
    expect(counts(await region.report('funnel', { ...YEAR, windowDays: 'none' }))).toMatchObject({ new: 2, contacted: 2 });
  });

  it('counts windows as days of 24 hours, also over the change to summer time', async () => {
    const region = await koillismaa();
    const created = '2025-03-29T10:00:00Z';
    await region.lead({ createdAt: created }).then((lead) => lead.reaches('contacted', '2025-03-30T10:00:00Z'));
    await region.lead({ createdAt: created }).then((lead) => lead.reaches('contacted', '2025-03-30T10:00:01Z'));

    expect(counts(await region.report('funnel', { ...YEAR, windowDays: '1' }))).toMatchObject({ contacted: 1 });
  });

  it('stays reached when a lead moves back, and never was when that is voided', async () => {
    const region = await koillismaa();
    const back = await region.lead({ createdOn: '2025-02-10' });
    await back.reaches('visiting', '2025-03-01');
    await back.reaches('contacted', '2025-03-05');
    const wrong = await region.lead({ createdOn: '2025-02-10' });
    await wrong.reaches('contacted', '2025-02-20');
    await wrong.reaches('visiting', '2025-03-01');
    await voidStage(wrong, 'visiting');

    expect(counts(await region.report('funnel', YEAR))).toEqual({ new: 2, contacted: 2, qualified: 1, visiting: 1, won: 0 });
  });

  it('tells the quartiles of the days from the step before, of leads that entered both', async () => {
    const region = await koillismaa();
    for (const [contacted, qualified] of [
      [1, 2],
      [2, 6],
      [3, 12],
      [4, undefined],
      [undefined, 30],
    ]) {
      const created = '2025-02-10T09:00:00Z';
      const lead = await region.lead({ createdAt: created });
      if (contacted) await lead.reaches('contacted', secondsAfter(created, contacted * 86_400));
      if (qualified) await lead.reaches('qualified', secondsAfter(created, qualified * 86_400));
    }
    const report = await region.report('funnel', YEAR);

    expect(step(report, 'contacted').daysFromPrevious).toEqual({ p25: 1.75, median: 2.5, p75: 3.25 });
    expect(step(report, 'qualified').daysFromPrevious).toEqual({ p25: 2.5, median: 4, p75: 6.5 });
    expect(step(report, 'visiting').daysFromPrevious).toBeNull();
    const week = await region.report('funnel', { ...YEAR, windowDays: '7' });
    expect(step(week, 'qualified').daysFromPrevious).toEqual({ p25: 1.75, median: 2.5, p75: 3.25 });
  });
});

describe('a lost lead', () => {
  it('is lost at its furthest step by its reason', async () => {
    const region = await koillismaa();
    const visited = await region.lead({ createdOn: '2025-02-10' });
    await visited.reaches('visiting', '2025-03-01');
    await visited.isLost('no_job', '2025-04-01');
    for (const reason of ['no_job', 'no_housing', 'no_job'])
      await region.lead({ createdOn: '2025-02-10' }).then((lead) => lead.isLost(reason, '2025-03-01'));

    const report = await region.report('funnel', YEAR);

    expect(lost(report)).toEqual({
      new: [
        { reason: 'no_job', count: 2 },
        { reason: 'no_housing', count: 1 },
      ],
      visiting: [{ reason: 'no_job', count: 1 }],
    });
    expect(counts(report)).toMatchObject({ new: 4, visiting: 1 });
  });

  it('that came back is not lost, and that which is lost after the window is not yet', async () => {
    const region = await koillismaa();
    const back = await region.lead({ createdOn: '2025-02-10' });
    await back.isLost('no_answer', '2025-02-20');
    await back.reaches('contacted', '2025-02-25');
    await region.lead({ createdOn: '2025-02-10' }).then((lead) => lead.isLost('no_job', '2025-06-01'));

    expect(lost(await region.report('funnel', { ...YEAR, windowDays: '30' }))).toEqual({});
    expect(lost(await region.report('funnel', YEAR))).toEqual({ new: [{ reason: 'no_job', count: 1 }] });
    expect(lost(await region.report('funnel', { ...YEAR, windowDays: 'none' }))).toEqual({ new: [{ reason: 'no_job', count: 1 }] });
  });

  it('is as it stood at the end of the window, whatever came later', async () => {
    const region = await koillismaa();
    const backLater = await region.lead({ createdOn: '2025-02-10' });
    await backLater.reaches('contacted', '2025-02-15');
    await backLater.isLost('no_answer', '2025-02-20');
    await backLater.reaches('qualified', '2025-05-01');
    const lostAgain = await region.lead({ createdOn: '2025-02-10' });
    await lostAgain.isLost('no_housing', '2025-02-20');
    await lostAgain.reaches('contacted', '2025-02-22');
    await lostAgain.isLost('permit', '2025-05-01');
    const voided = await region.lead({ createdOn: '2025-02-10' });
    await voided.isLost('spam', '2025-02-20');
    await voided.reaches('contacted', '2025-05-01');
    await voidStage(voided, 'lost');

    expect(lost(await region.report('funnel', { ...YEAR, windowDays: '30' }))).toEqual({ contacted: [{ reason: 'no_answer', count: 1 }] });
    expect(lost(await region.report('funnel', { ...YEAR, windowDays: '11' }))).toEqual({
      contacted: [{ reason: 'no_answer', count: 1 }],
      new: [{ reason: 'no_housing', count: 1 }],
    });
    expect(lost(await region.report('funnel', YEAR))).toEqual({ contacted: [{ reason: 'permit', count: 1 }] });
  });
});

describe('several pipelines', () => {
  it('have the steps created, responded and won', async () => {
    const region = await koillismaa();
    await region.lead({ createdOn: '2025-02-10' }).then((lead) => lead.reaches('contacted', '2025-02-12'));
    await region.lead({ createdOn: '2025-02-10' });
    await region
      .lead({ createdOn: '2025-02-10', intent: 'found' })
      .then((lead) => lead.reaches('guided', '2025-02-14'))
      .then((lead) => lead.founds('2025-03-01'));

    const two = await region.report('funnel', { ...YEAR, pipeline: ['talent', 'entrepreneurship'] });
    expect(counts(two)).toEqual({ created: 3, responded: 2, won: 1 });
    const rows = (report: { rows: { key: string; steps: number[] }[] }) => report.rows.map(({ key, steps }) => [key, ...steps]);
    expect(rows(await region.report('funnel', { ...YEAR, by: 'pipeline' }))).toEqual([
      ['talent', 2, 1, 0],
      ['entrepreneurship', 1, 1, 1],
    ]);
    expect(rows(await region.report('funnel', { ...YEAR, by: 'pipeline', pipeline: 'talent' }))).toEqual([['talent', 2, 1, 0]]);
    expect(counts(await region.report('funnel', { ...YEAR, pipeline: 'entrepreneurship' }))).toEqual({
      new: 1,
      contacted: 1,
      guided: 1,
      planning: 1,
      won: 1,
    });
    expect(counts(await region.report('funnel', YEAR))).toMatchObject({ new: 2, contacted: 1 });
  });

  it('count a lead that was won without an answer as answered, since counts never rise', async () => {
    const region = await koillismaa();
    const lead = await region.lead({ createdOn: '2025-02-10' });
    await story.app.sql(
      "insert into stage_change (region_id, id, lead_id, stage, at) select region_id, gen_random_uuid(), id, 'won', '2025-03-01' from lead where id = $1",
      [lead.id],
    );

    expect(counts(await region.report('funnel', { ...YEAR, by: 'pipeline' }))).toEqual({ created: 1, responded: 1, won: 1 });
  });
});
