/** A counter as it was read, moment by moment. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type Named, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let marketer: Browser;
let campaign: Named;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  marketer = await region.marketer();
});
afterAll(() => story.end());
beforeEach(async () => {
  campaign = await region.campaign({ endsOn: '2025-01-31' });
});

const path = (rest: string) => region.path(`/activities/${campaign.id}${rest}`);
const figures = async () => ok(await marketer('GET', path('/figures')));
const activity = async () => ok(await marketer('GET', path('')));

describe('snapshots of an activity', () => {
  const snap = (rows: object[]) =>
    marketer(
      'POST',
      path('/snapshots'),
      rows.map((row) => ({ metric: 'views', source: 'youtube', ...row })),
    );
  const curve = async () => (await figures()).snapshots.map(({ takenAt, value }: { takenAt: string; value: number }) => [takenAt, value]);

  it('are a curve, oldest first', async () => {
    const answer = await snap([
      { takenAt: '2025-03-01T10:00:00+02:00', value: 760_000 },
      { takenAt: '2025-01-11T08:00:00Z', value: 10_000 },
    ]);

    expect(answer.status).toBe(201);
    expect(answer.body.snapshots).toEqual([
      { metric: 'views', takenAt: '2025-01-11T08:00:00.000Z', value: 10_000, source: 'youtube' },
      { metric: 'views', takenAt: '2025-03-01T08:00:00.000Z', value: 760_000, source: 'youtube' },
    ]);
    expect((await activity()).views).toBe(760_000);
  });

  it('replace one of the same moment, also within a request, and may fall', async () => {
    ok(await snap([{ takenAt: '2025-01-11T08:00:00Z', value: 10 }]));
    ok(
      await snap([
        { takenAt: '2025-01-11T10:00:00+02:00', value: 20 },
        { takenAt: '2025-01-12T08:00:00Z', value: 7 },
        { takenAt: '2025-01-12T08:00:00Z', value: 15 },
      ]),
    );

    expect(await curve()).toEqual([
      ['2025-01-11T08:00:00.000Z', 20],
      ['2025-01-12T08:00:00.000Z', 15],
    ]);
    expect((await activity()).views).toBe(15);
  });

  it('are taken out, and added again', async () => {
    ok(await snap([{ takenAt: '2025-01-11T08:00:00.123Z', value: 10 }]));
    const address = path('/snapshots?metric=views&source=youtube&takenAt=2025-01-11T08:00:00.123Z');
    const removed = ok(await marketer('DELETE', address));

    expect(removed).toEqual({ metric: 'views', takenAt: '2025-01-11T08:00:00.123Z', value: 10, source: 'youtube' });
    expect(await curve()).toEqual([]);
    expect((await marketer('DELETE', address)).status).toBe(404);
    ok(await snap([removed]));
    expect(await curve()).toEqual([['2025-01-11T08:00:00.123Z', 10]]);
  });

  it('refuse what makes no sense', async () => {
    const answers = [
      await snap([]),
      await snap([{ takenAt: '2025-01-11', value: 1 }]),
      await snap([{ takenAt: '2025-01-11T08:00:00', value: 1 }]),
      await snap([{ takenAt: '2025-01-11T08:00:00Z', value: -1 }]),
      await snap([{ metric: 'reach', takenAt: '2025-01-11T08:00:00Z', value: 1 }]),
      await marketer('DELETE', path('/snapshots')),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(400));
  });
});
