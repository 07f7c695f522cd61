/** The Wilson interval against published and computed reference values. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { wilson } from './wilson.ts';

interface Case {
  readonly x: number;
  readonly n: number;
  readonly wilson_lower: number;
  readonly wilson_upper: number;
}
const fixture = new URL('../../test/fixtures/reference/wilson_intervals.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(fixture, 'utf8')) as { cases: Case[] };

describe('the interval of a rate', () => {
  it.each(cases)('is the reference one for $x of $n', ({ x, n, wilson_lower, wilson_upper }) => {
    const rate = wilson(x, n)!;
    expect(rate.value).toBeCloseTo(x / n, 12);
    expect(rate.low).toBeCloseTo(wilson_lower, 9);
    expect(rate.high).toBeCloseTo(wilson_upper, 9);
  });

  it('of nothing is none', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it('starts at exactly zero and ends at exactly one', () => {
    for (let n = 1; n < 400; n += 1) {
      expect(wilson(0, n)!.low).toBe(0);
      expect(wilson(n, n)!.high).toBe(1);
    }
  });

  it('holds its value and stays within zero and one', () => {
    for (let n = 1; n <= 60; n += 1) {
      for (let x = 0; x <= n; x += 1) {
        const { value, low, high } = wilson(x, n)!;
        expect(low >= 0 && low <= value && value <= high && high <= 1).toBe(true);
      }
    }
  });
});
