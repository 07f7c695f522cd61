/** What matters most in the coverage of a period, said only as far as the numbers carry it. Pure. */
import type { Covered, CoverageBody } from '../../../src/report/coverage.schema.ts';
import { ENOUGH } from './finding.ts';

export const MEASURES = ['spendCents', 'grossReach', 'clicks'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Share {
  /** What is known: without the days before anybody used the product. */
  known: number;
  covered: number;
  uncovered: number;
  before: number;
  /** Of what is known; null when nothing is. */
  share: number | null;
}

/** Null: nobody measures it. */
export function shareOf({ total, covered, before }: Covered): Share | null {
  if (total === null || covered === null || before === null) return null;
  const known = Math.max(0, total - before);
  const kept = Math.min(covered, known);
  // What rounding leaves of nothing is nothing.
  return known < 0.5
    ? { known: 0, covered: 0, uncovered: 0, before, share: null }
    : { known, covered: kept, uncovered: known - kept, before, share: kept / known };
}

/** How much ran while nobody was there: of the spend, else of the reach, else of the clicks. */
export type Gap =
  | { kind: 'some'; measure: Measure; share: number }
  | { kind: 'none'; measure: Measure }
  /** All of it is from before anybody used the product. */
  | { kind: 'before' };

export type Response =
  | { kind: 'hidden' }
  | { kind: 'few'; leads: number; late: number }
  | { kind: 'median'; hours: number }
  /** Fewer than half are answered. */
  | { kind: 'waiting' };

export interface CoverageFinding {
  gap: Gap | null;
  /** Null without leads. */
  response: Response | null;
  withoutOwner: number;
}

export function coverageFinding(report: CoverageBody): CoverageFinding {
  return { gap: gapOf(report), response: responseOf(report), withoutOwner: report.leads.withoutOwner ?? 0 };
}

function gapOf(report: CoverageBody): Gap | null {
  const shares = MEASURES.flatMap((measure) => {
    const one = shareOf(report[measure]);
    return one ? [{ measure, ...one }] : [];
  });
  const known = shares.find(({ share }) => share !== null);
  if (!known) return shares.some(({ before }) => before > 0) ? { kind: 'before' } : null;
  const share = known.uncovered / known.known;
  return share < 0.005 ? { kind: 'none', measure: known.measure } : { kind: 'some', measure: known.measure, share };
}

function responseOf({ leads, firstResponse }: CoverageBody): Response | null {
  if (leads.created === 0) return null;
  if (leads.created === null || firstResponse.late === null) return { kind: 'hidden' };
  if (leads.created < ENOUGH) return { kind: 'few', leads: leads.created, late: firstResponse.late };
  return firstResponse.medianHours === null ? { kind: 'waiting' } : { kind: 'median', hours: firstResponse.medianHours };
}

/** Nothing was measured, and nobody came. */
export const isBare = (report: CoverageBody): boolean =>
  report.leads.created === 0 && MEASURES.every((measure) => report[measure].total === null);
