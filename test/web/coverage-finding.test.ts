/** What the coverage page says first, and where its numbers lead. */
import { describe, expect, it } from '@jest/globals';
import type { CoverageBody } from '../../src/report/coverage.schema.ts';
import { coverageFinding, shareOf } from '../../web/src/report/coverage-finding.ts';
import { leadsBehind } from '../../web/src/report/leads-behind.ts';

const unmeasured = { total: null, covered: null, before: null };

function report(over: Partial<CoverageBody> = {}): CoverageBody {
  return {
    period: { from: '2025-01-01', to: '2026-01-01' },
    knownFrom: '2025-01-01',
    spendCents: { total: 10_000, covered: 5_900, before: 0 },
    grossReach: { total: 1_000, covered: 900, before: 0 },
    clicks: unmeasured,
    leads: { created: 40, withoutOwner: 0, open: 4, untouched: 1 },
    firstResponse: { targetDays: 2, inTime: 30, late: 10, undecided: 0, rate: null, medianHours: 9 },
    heardFrom: { answered: 0, rows: [] },
    owners: [],
    ...over,
  };
}

describe('the share that was covered', () => {
  it('is of what is known, the time before the product left out', () => {
    expect(shareOf({ total: 1_000, covered: 400, before: 200 })).toEqual({
      known: 800,
      covered: 400,
      uncovered: 400,
      before: 200,
      share: 0.5,
    });
  });

  it('is unknown where nobody measured, and where all is from before', () => {
    expect(shareOf(unmeasured)).toBeNull();
    expect(shareOf({ total: 1_000, covered: 0, before: 1_000 })?.share).toBeNull();
  });
});

describe('the sentence', () => {
  it('says how much of the spend ran while nobody was there', () => {
    const { gap } = coverageFinding(report());
    expect(gap).toEqual({ kind: 'some', measure: 'spendCents', share: 0.41 });
  });

  it('speaks of reach where no spend is known, and of nothing where nothing is', () => {
    expect(coverageFinding(report({ spendCents: unmeasured })).gap).toMatchObject({ measure: 'grossReach' });
    expect(coverageFinding(report({ spendCents: unmeasured, grossReach: unmeasured })).gap).toBeNull();
  });

  it('passes over spend that is all from before the product, and says so when everything is', () => {
    const spendCents = { total: 500, covered: 0, before: 500 };
    expect(coverageFinding(report({ spendCents })).gap).toMatchObject({ measure: 'grossReach' });
    expect(coverageFinding(report({ spendCents, grossReach: unmeasured })).gap).toEqual({ kind: 'before' });
  });

  it('does not speak of a gap that would be shown as 0 %', () => {
    expect(coverageFinding(report({ spendCents: { total: 10_000, covered: 9_960, before: 0 } })).gap).toEqual({
      kind: 'none',
      measure: 'spendCents',
    });
  });

  it('tells the median of many leads, and only counts a few', () => {
    expect(coverageFinding(report()).response).toEqual({ kind: 'median', hours: 9 });
    const few = { created: 29, withoutOwner: 0, open: 0, untouched: 0 };
    expect(coverageFinding(report({ leads: few })).response).toEqual({ kind: 'few', leads: 29, late: 10 });
    expect(coverageFinding(report({ leads: { ...few, created: 0 } })).response).toBeNull();
  });

  it('says that fewer than half are answered, or that it is hidden', () => {
    const { firstResponse } = report();
    expect(coverageFinding(report({ firstResponse: { ...firstResponse, medianHours: null } })).response).toEqual({ kind: 'waiting' });
    expect(coverageFinding(report({ firstResponse: { ...firstResponse, late: null, suppressed: true } })).response).toEqual({
      kind: 'hidden',
    });
  });
});

describe('the leads behind a number', () => {
  const year = { kind: 'custom', from: '2025-01-01', to: '2026-01-01' } as const;

  it('are those of the same days, the last one inclusive', () => {
    expect(leadsBehind({ municipality: ['305'] }, year, { untouched: true })).toMatchObject({
      municipality: ['305'],
      createdFrom: '2025-01-01',
      createdTo: '2025-12-31',
      untouched: true,
    });
    expect(leadsBehind({}, { ...year, kind: 'all' }, {})).not.toHaveProperty('createdFrom');
  });

  it('are not offered where the list would hold others', () => {
    expect(leadsBehind({ channel: ['radio'] }, year, {})).toBeNull();
    expect(leadsBehind({ pipeline: ['talent', 'remote'] }, year, {})).toBeNull();
    expect(leadsBehind({ pipeline: ['talent'] }, year, {})).toMatchObject({ pipeline: 'talent' });
    expect(leadsBehind({ owner: ['somebody'] }, year, { owner: 'none' })).toBeNull();
  });
});
