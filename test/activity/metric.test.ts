/** Figures come from many hands: replaced where they are the same, refused where they would count twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, type Named, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './refusal.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let liisa: ContactPersonInStory;
let marketer: Browser;
let campaign: Named;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
  liisa = await region.contactPerson();
  marketer = await region.marketer();
});
afterAll(() => story.end());
beforeEach(async () => {
  campaign = await region.campaign({ endsOn: '2025-01-31' });
});

type Row = readonly [metric: string, periodStart: string, periodEnd: string, value: number, more?: object];
const path = (rest: string, of: Named = campaign) => region.path(`/activities/${of.id}${rest}`);
const put = (rows: readonly Row[], by: Browser = marketer) =>
  by(
    'PUT',
    path('/metrics'),
    rows.map(([metric, periodStart, periodEnd, value, more]) => ({ metric, periodStart, periodEnd, value, source: 'manual', ...more })),
  );
const figures = async (by: Browser = marketer) => ok(await by('GET', path('/figures')));
const stored = async () =>
  (await figures()).metrics.map(({ metric, periodStart, periodEnd, value }: Record<string, unknown>) => [
    metric,
    periodStart,
    periodEnd,
    value,
  ]);
const activity = async () => ok(await marketer('GET', path('')));

const MONTH: Row = ['reach', '2025-01-01', '2025-01-31', 1000];

describe('metrics of an activity', () => {
  it('are stored by period, newest first, and read by everyone', async () => {
    const answer = ok(
      await put([
        ['reach', '2025-01-01', '2025-01-15', 120_000],
        ['reach', '2025-01-16', '2025-01-31', 80_000],
        ['clicks', '2025-01-01', '2025-01-31', 4200, { source: 'meta', externalId: 'ad 1' }],
      ]),
    );

    expect(answer.metrics).toEqual([
      {
        id: expect.any(String),
        metric: 'reach',
        periodStart: '2025-01-16',
        periodEnd: '2025-01-31',
        value: 80_000,
        source: 'manual',
        externalId: null,
      },
      {
        id: expect.any(String),
        metric: 'clicks',
        periodStart: '2025-01-01',
        periodEnd: '2025-01-31',
        value: 4200,
        source: 'meta',
        externalId: 'ad 1',
      },
      {
        id: expect.any(String),
        metric: 'reach',
        periodStart: '2025-01-01',
        periodEnd: '2025-01-15',
        value: 120_000,
        source: 'manual',
        externalId: null,
      },
    ]);
    expect(await figures(liisa.browser)).toEqual(answer);
    expect(await activity()).toMatchObject({ grossReach: 200_000 });
  });

  it('replace equal periods and leave the others', async () => {
    ok(
      await put([
        ['reach', '2025-01-01', '2025-01-15', 1],
        ['reach', '2025-01-16', '2025-01-31', 2],
      ]),
    );
    ok(
      await put([
        ['reach', '2025-01-16', '2025-01-31', 3],
        ['reach', '2025-02-01', '2025-02-01', 4],
      ]),
    );

    expect(await stored()).toEqual([
      ['reach', '2025-02-01', '2025-02-01', 4],
      ['reach', '2025-01-16', '2025-01-31', 3],
      ['reach', '2025-01-01', '2025-01-15', 1],
    ]);
  });

  it('refuse a partial overlap at the row that makes it, and keep nothing of the request', async () => {
    ok(await put([MONTH]));

    expect(
      refusal(
        await put([
          ['impressions', '2025-01-01', '2025-01-31', 5],
          ['reach', '2025-01-10', '2025-01-20', 5],
        ]),
      ),
    ).toEqual([409, '1.periodStart', 'overlapping_period']);
    expect(refusal(await put([['reach', '2025-01-31', '2025-02-28', 5]]))).toEqual([409, '0.periodStart', 'overlapping_period']);
    expect(refusal(await put([MONTH, ['reach', '2025-01-31', '2025-02-28', 5]]))).toEqual([409, '1.periodStart', 'overlapping_period']);
    expect(
      refusal(
        await put([
          ['clicks', '2025-01-01', '2025-01-02', 5],
          ['clicks', '2025-01-01', '2025-01-02', 6],
        ]),
      ),
    ).toEqual([409, '1.periodStart', 'overlapping_period']);
    expect(await stored()).toEqual([MONTH]);
  });

  it('let another source, outside id or metric tell about the same days', async () => {
    ok(
      await put([
        MONTH,
        ['reach', '2025-01-10', '2025-01-20', 5, { source: 'meta' }],
        ['reach', '2025-01-15', '2025-01-25', 6, { source: 'meta', externalId: 'b' }],
        ['impressions', '2025-01-10', '2025-01-20', 7],
      ]),
    );

    // typed on the 15 days that Meta tells nothing of
    expect((await activity()).grossReach).toBeCloseTo((1000 * 15) / 31 + 11, 5);
  });

  it('refuse what makes no sense', async () => {
    const answers = [
      await put([['reach', '2025-01-31', '2025-01-01', 5]]),
      await put([['fame', '2025-01-01', '2025-01-01', 5]]),
      await put([['reach', '2025-01-01', '2025-01-01', -1]]),
      await put([['reach', '2025-01-01', '2025-01-01', 1.5]]),
      await put([['reach', '2025-13-01', '2025-13-01', 1]]),
      await put([]),
      await put([['reach', '2025-01-01', '2025-01-01', 1, { source: 'rumour' }]]),
      await marketer('PUT', path('/metrics'), { metric: 'reach' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(400));
    expect(answers[0]!.body.issues).toMatchObject([{ path: '0.periodEnd', code: 'ends_before_start' }]);
  });

  it('are as many as a year of days in one request', async () => {
    const days = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10));
    const rows = days.flatMap((day): Row[] => [
      ['reach', day, day, 10],
      ['spend', day, day, 3],
    ]);
    ok(await put(rows));
    ok(await put(rows));

    expect(await activity()).toMatchObject({ grossReach: 3650, totalCostCents: 1095 });
  });

  it('are taken out one by one, and put again', async () => {
    const [row] = ok(await put([MONTH])).metrics;
    const removed = ok(await marketer('DELETE', path(`/metrics/${row.id}`)));
    expect(removed).toEqual(row);
    expect(await stored()).toEqual([]);
    expect((await marketer('DELETE', path(`/metrics/${row.id}`))).status).toBe(404);

    const { id: _, externalId: __, ...again } = removed;
    ok(await marketer('PUT', path('/metrics'), [again]));
    expect(await stored()).toEqual([MONTH]);
  });

  it('are taken out of the activity they belong to only', async () => {
    const [row] = ok(await put([MONTH])).metrics;
    const neighbour = await region.campaign();

    expect((await marketer('DELETE', path(`/metrics/${row.id}`, neighbour))).status).toBe(404);
    expect(await stored()).toEqual([MONTH]);
  });

  it('put at once by many hands stay one', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => put([MONTH])));

    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(await stored()).toEqual([MONTH]);
  });

  it('are written by marketers and admins of the region only', async () => {
    const [row] = ok(await put([MONTH])).metrics;
    const snapshot = [{ metric: 'views', takenAt: '2025-01-11T08:00:00Z', value: 1 }];
    const statuses = [];
    for (const by of [await region.manager(), liisa.browser, story.app.browser(), other.admin]) {
      statuses.push([
        (await put([MONTH], by)).status,
        (await by('DELETE', path(`/metrics/${row.id}`))).status,
        (await by('POST', path('/snapshots'), snapshot)).status,
        (await by('DELETE', path('/snapshots?metric=views&takenAt=2025-01-11T08:00:00Z'))).status,
      ]);
    }
    expect(statuses).toEqual([403, 403, 401, 404].map((status) => Array(4).fill(status)));
    const address = other.path(`/activities/${campaign.id}`);
    expect([
      (await other.admin('PUT', `${address}/metrics`, [{ metric: 'reach', periodStart: '2025-01-01', periodEnd: '2025-01-01', value: 1 }]))
        .status,
      (await other.admin('POST', `${address}/snapshots`, snapshot)).status,
      (await other.admin('GET', `${address}/figures`)).status,
      (await other.admin('DELETE', `${address}/metrics/${row.id}`)).status,
    ]).toEqual([404, 404, 404, 404]);
  });
});
