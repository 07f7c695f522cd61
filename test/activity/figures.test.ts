/** Rule 5 in the database: one source a day, counters by their growth, costs by days, a blank unknown. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Told } from './told.ts';

const told = new Told();
const { activity, period, snapshot, figures } = told;
beforeAll(told.open);
afterAll(told.close);
beforeEach(told.begin);

describe('the figures of an activity', () => {
  describe('by period', () => {
    it('add up over periods and outside ids of one source', async () => {
      const campaign = await activity();
      await period(campaign, { from: '2025-01-01', to: '2025-01-15', value: 120_000, source: 'meta', ad: 'a' });
      await period(campaign, { from: '2025-01-16', to: '2025-01-31', value: 81_000, source: 'meta', ad: 'a' });
      await period(campaign, { from: '2025-01-10', to: '2025-01-20', value: 1_000, source: 'meta', ad: 'b' });

      expect(await figures(campaign)).toEqual({ reach: 202_000 });
    });

    it('count by days where the report cuts a period, the last day of the period included and that of the report not', async () => {
      const campaign = await activity();
      await period(campaign, { from: '2025-01-01', to: '2025-01-10', value: 1_000 });

      expect(await figures(campaign, '2025-01-01', '2025-01-04')).toEqual({ reach: 300 });
      expect(await figures(campaign, '2025-01-10', '2025-02-01')).toEqual({ reach: 100 });
      expect(await figures(campaign, '2025-01-04', null)).toEqual({ reach: 700 });
    });

    it('are fractional: parts of a period add up to the whole', async () => {
      const campaign = await activity();
      await period(campaign, { from: '2025-01-01', to: '2025-01-03', value: 100 });

      const [first, rest] = [await figures(campaign, null, '2025-01-02'), await figures(campaign, '2025-01-02', null)];
      expect(first.reach).toBeCloseTo(100 / 3, 5);
      expect(first.reach! + rest.reach!).toBeCloseTo(100, 5);
    });

    it('are unknown, not zero, where nobody told', async () => {
      const campaign = await activity();
      await period(campaign, { from: '2025-01-01', to: '2025-01-31', value: 0 });

      expect(await figures(campaign, '2025-01-01', '2025-02-01')).toEqual({ reach: 0 });
      expect(await figures(campaign, '2025-02-01', '2025-03-01')).toEqual({});
    });
  });

  describe('of several sources', () => {
    it('count the best source of each day: by API, then by file, then typed', async () => {
      const campaign = await activity();
      await period(campaign, { from: '2025-01-01', to: '2025-01-31', value: 3_100 });
      await period(campaign, { from: '2025-01-11', to: '2025-01-20', value: 5_000, source: 'file' });
      await period(campaign, { from: '2025-01-16', to: '2025-01-20', value: 90_000, source: 'meta' });

      // typed on 21 days of 31, the file on 5 of its 10, the API on its own
      expect(await figures(campaign)).toEqual({ reach: 2_100 + 2_500 + 90_000 });
      expect(await figures(campaign, '2025-01-16', '2025-01-21')).toEqual({ reach: 90_000 });
      expect(await figures(campaign, '2025-01-15', '2025-01-17')).toEqual({ reach: 500 + 18_000 });
    });

    it('do not count a source of the same rank twice', async () => {
      const campaign = await activity();
      await period(campaign, { from: '2025-01-01', to: '2025-01-31', value: 100, source: 'meta' });
      await period(campaign, { from: '2025-01-01', to: '2025-01-31', value: 90, source: 'instagram' });

      expect(await figures(campaign)).toEqual({ reach: 100 });
    });

    it('choose per metric: a typed figure stays where the better source does not tell this metric', async () => {
      const campaign = await activity();
      await period(campaign, { metric: 'reach', from: '2025-01-01', to: '2025-01-31', value: 100 });
      await period(campaign, { metric: 'impressions', from: '2025-01-01', to: '2025-01-31', value: 900, source: 'meta' });

      expect(await figures(campaign)).toEqual({ reach: 100, impressions: 900 });
    });
  });

  describe('of a counter', () => {
    it('are its growth from zero at the first day, linear between snapshots', async () => {
      const video = await activity({ startsOn: '2025-01-01' });
      await snapshot(video, { at: '2025-01-11T00:00+02:00', value: 1_000 });
      await snapshot(video, { at: '2025-01-21T00:00+02:00', value: 1_400 });

      expect(await figures(video)).toEqual({ views: 1_400 });
      expect(await figures(video, '2025-01-01', '2025-01-04')).toEqual({ views: 300 });
      expect(await figures(video, '2025-01-06', '2025-01-16')).toEqual({ views: 500 + 200 });
      expect(await figures(video, '2025-01-21', '2025-02-01')).toEqual({});
    });

    it('go by the days of the region, not of the clock in Greenwich', async () => {
      const video = await activity({ startsOn: '2025-01-10' });
      await snapshot(video, { at: '2025-01-10T22:00Z', value: 500 });

      expect(await figures(video, '2025-01-10', '2025-01-11')).toEqual({ views: 500 });
      expect(await figures(video, '2025-01-11', null)).toEqual({});
    });

    it('start on the day of the first snapshot when that is before the activity', async () => {
      const video = await activity({ startsOn: '2025-02-01' });
      await snapshot(video, { at: '2025-01-20T12:00+02:00', value: 300 });
      await snapshot(video, { at: '2025-02-20T12:00+02:00', value: 400 });

      expect(await figures(video)).toEqual({ views: 400 });
      expect((await figures(video, '2025-01-20', '2025-01-21')).views).toBeCloseTo(300 + 100 / 62, 5);
    });

    it('count a value at the very start on its day', async () => {
      const video = await activity({ startsOn: '2025-01-01' });
      await snapshot(video, { at: '2025-01-01T00:00+02:00', value: 70 });

      expect(await figures(video, '2025-01-01', '2025-01-02')).toEqual({ views: 70 });
      expect(await figures(video, '2024-12-01', '2025-01-01')).toEqual({});
    });

    it('follow a counter that falls', async () => {
      const video = await activity({ startsOn: '2025-01-01' });
      await snapshot(video, { at: '2025-01-11T00:00+02:00', value: 1_000 });
      await snapshot(video, { at: '2025-01-21T00:00+02:00', value: 900 });

      expect(await figures(video)).toEqual({ views: 900 });
      expect(await figures(video, '2025-01-11', null)).toEqual({ views: -100 });
    });

    it('leave the metric of the same name aside for views, and elsewhere up to the last snapshot', async () => {
      const video = await activity({ startsOn: '2025-01-01' });
      await snapshot(video, { at: '2025-01-10T12:00+02:00', value: 1_000 });
      await snapshot(video, { metric: 'likes', at: '2025-01-10T12:00+02:00', value: 50 });
      for (const metric of ['views', 'likes'])
        await period(video, { metric, from: '2025-01-01', to: '2025-01-20', value: 200, source: 'youtube' });

      expect(await figures(video)).toEqual({ views: 1_000, likes: 50 + 100 });
    });

    it('take the metric where there are no snapshots', async () => {
      const video = await activity();
      await period(video, { metric: 'views', from: '2025-01-01', to: '2025-01-20', value: 200 });

      expect(await figures(video)).toEqual({ views: 200 });
    });

    it('read one curve from several sources, the better where both measured', async () => {
      const video = await activity({ startsOn: '2025-01-01' });
      await snapshot(video, { at: '2025-01-06T00:00+02:00', value: 100, source: 'manual' });
      await snapshot(video, { at: '2025-01-11T00:00+02:00', value: 1_000 });
      await snapshot(video, { at: '2025-01-16T00:00+02:00', value: 77, source: 'manual' });
      await snapshot(video, { at: '2025-01-21T00:00+02:00', value: 2_000 });
      await snapshot(video, { at: '2025-01-21T00:00+02:00', value: 1_900, source: 'manual' });
      await snapshot(video, { at: '2025-01-31T00:00+02:00', value: 2_100, source: 'manual' });

      expect(await figures(video)).toEqual({ views: 2_100 });
      expect(await figures(video, null, '2025-01-06')).toEqual({ views: 100 });
      expect(await figures(video, '2025-01-11', '2025-01-16')).toEqual({ views: 500 });
    });
  });

  it('report link clicks, and all clicks on days without them', async () => {
    const campaign = await activity();
    await period(campaign, { metric: 'clicks', from: '2025-01-01', to: '2025-01-10', value: 1_000, source: 'meta' });
    await period(campaign, { metric: 'linkClicks', from: '2025-01-06', to: '2025-01-10', value: 40 });

    expect(await figures(campaign)).toEqual({ clicks: 1_000, linkClicks: 40, clicksReported: 540, clicksCounted: 540 });
  });

  describe('of cost', () => {
    it('are the spend and the own costs, spread evenly over the days of the activity', async () => {
      const campaign = await activity({ startsOn: '2025-01-01', endsOn: '2025-01-10', costCents: 10_000 });
      await period(campaign, { metric: 'spend', from: '2025-01-01', to: '2025-01-05', value: 5_000, source: 'meta' });

      expect(await figures(campaign)).toEqual({ spend: 5_000, cost: 15_000 });
      expect(await figures(campaign, '2025-01-05', '2025-01-07')).toEqual({ spend: 1_000, cost: 3_000 });
    });

    it('are unknown without either', async () => {
      expect(await figures(await activity())).toEqual({});
      expect(await figures(await activity({ costCents: 0, endsOn: '2025-01-31' }))).toEqual({ cost: 0 });
    });

    it('go to the last day of the report when the activity has no end', async () => {
      const service = await activity({ startsOn: '2025-01-01', costCents: 3_100 });

      expect(await figures(service, '2025-01-01', '2025-02-01')).toEqual({ cost: 3_100 });
      expect(await figures(service, '2025-01-16', '2025-02-01')).toEqual({ cost: 1_600 });
      expect(await figures(service, '2024-01-01', '2025-01-01')).toEqual({});
    });

    it('go to today when neither the activity nor the report has ended', async () => {
      const { rows } = await told.client.query(
        "select ((now() at time zone 'Europe/Helsinki')::date - 9)::text as start, ((now() at time zone 'Europe/Helsinki')::date - 4)::text as middle",
      );
      const service = await activity({ startsOn: rows[0].start, costCents: 1_000 });

      expect(await figures(service, rows[0].middle, '2999-01-01')).toEqual({ cost: 500 });
      expect(await figures(service)).toEqual({ cost: 1_000 });
    });

    it('of an activity that is still to come and open ended are due on its first day', async () => {
      const service = await activity({ startsOn: '2998-05-01', costCents: 1_000 });

      expect(await figures(service, '2998-05-01', '2999-01-01')).toEqual({ cost: 1_000 });
      expect(await figures(service, '2998-05-02', '2999-01-01')).toEqual({});
    });
  });

  it('of another region stay out, also for the role of the application', async () => {
    const other = told.region;
    const campaign = await activity({ costCents: 100 });
    await period(campaign, { from: '2025-01-01', to: '2025-01-31', value: 100 });
    await snapshot(campaign, { at: '2025-01-10T12:00+02:00', value: 5 });
    await told.begin();

    expect(await figures(campaign)).toEqual({});
    await told.client.query(`begin; set local role suppilo_app; set local app.region_id = '${told.region}'`);
    const { rows: foreign } = await told.client.query('select * from activity_figure($1)', [other]);
    await told.client.query(`set local app.region_id = '${other}'`);
    const { rows: own } = await told.client.query('select * from activity_figure($1)', [other]);
    await told.client.query('rollback');
    expect(foreign).toEqual([]);
    expect(own.map(({ metric }) => metric).sort()).toEqual(['cost', 'reach', 'views']);
  });
});
