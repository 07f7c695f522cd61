/** Periods of one request that meet. */
import { describe, expect, it } from '@jest/globals';
import { firstOverlap } from './overlap.ts';

const row = (
  periodStart: string,
  periodEnd: string,
  { metric = 'reach', source = 'manual', externalId = undefined as string | undefined } = {},
) => ({
  metric,
  source,
  periodStart,
  periodEnd,
  externalId,
});

describe('periods of one request', () => {
  it('may stand side by side', () => {
    expect(firstOverlap([])).toBeUndefined();
    expect(firstOverlap([row('2025-01-01', '2025-01-15'), row('2025-01-16', '2025-01-31')])).toBeUndefined();
  });

  it('may not share a day, whatever their order', () => {
    expect(firstOverlap([row('2025-01-01', '2025-01-15'), row('2025-01-15', '2025-01-31')])).toBe(1);
    expect(firstOverlap([row('2025-01-15', '2025-01-31'), row('2025-02-01', '2025-02-28'), row('2025-01-01', '2025-01-15')])).toBe(2);
  });

  it('may not repeat', () => {
    expect(firstOverlap([row('2025-01-01', '2025-01-01'), row('2025-01-01', '2025-01-01')])).toBe(1);
  });

  it('are seen through a shorter one between', () => {
    expect(firstOverlap([row('2025-01-01', '2025-12-31'), row('2025-12-01', '2025-12-02')])).toBe(1);
    expect(firstOverlap([row('2025-01-01', '2025-12-31'), row('2025-02-01', '2025-02-02'), row('2025-12-01', '2026-01-02')])).toBe(1);
  });

  it('of another metric, source or outside id do not meet', () => {
    const whole = row('2025-01-01', '2025-01-31');
    const others = [{ metric: 'clicks' }, { source: 'meta' }, { externalId: 'ad' }].map((field) => row('2025-01-01', '2025-01-31', field));
    expect(firstOverlap([whole, ...others])).toBeUndefined();
  });
});
