import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { kaplanMeier, medianTime } from './kaplan-meier.ts';

const reference = JSON.parse(readFileSync(join(import.meta.dirname, '../../test/fixtures/reference/kaplan_meier_gehan.json'), 'utf8')) as {
  data: { time: number; event: 0 | 1; group: string }[];
  expected: Record<string, { time: number; n_risk: number; n_event: number; survival: number }[]>;
  median: Record<string, { median: number }>;
};

const ended = (group: string) =>
  reference.data.filter((one) => one.group === group).map(({ time, event }) => ({ time, events: event, censored: 1 - event }));
/** One row a time, as a query gives them. */
function grouped(group: string) {
  const rows = new Map<number, { time: number; events: number; censored: number }>();
  for (const { time, events, censored } of ended(group)) {
    const row = rows.get(time) ?? { time, events: 0, censored: 0 };
    rows.set(time, { time, events: row.events + events, censored: row.censored + censored });
  }
  return [...rows.values()];
}

describe('the Kaplan–Meier estimate', () => {
  it.each(['6-MP', 'control'])('is that of the leukaemia data, group %s', (group) => {
    const curve = kaplanMeier(grouped(group));
    const expected = reference.expected[group]!.filter(({ n_event }) => n_event > 0);
    expect(curve.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
      expected.map(({ time, n_risk, n_event }) => [time, n_risk, n_event]),
    );
    for (const [at, { survival }] of expected.entries()) expect(curve[at]!.survival).toBeCloseTo(survival, 12);
    expect(medianTime(curve)).toBe(reference.median[group]!.median);
  });

  it('has no median while more than half wait, nor of nobody', () => {
    expect(
      medianTime(
        kaplanMeier([
          { time: 2, events: 1, censored: 0 },
          { time: 3, events: 0, censored: 2 },
        ]),
      ),
    ).toBeNull();
    expect(kaplanMeier([])).toEqual([]);
    expect(medianTime([])).toBeNull();
  });
});
