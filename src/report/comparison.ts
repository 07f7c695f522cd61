/** The time that a report's is compared with. Pure. */
import { addDays, addMonths, daysBetween } from '../platform/calendar.ts';
import type { FunnelQuery } from './funnel.schema.ts';

/** Days [from, to). */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days before of the same number, the same days a year before, or the named ones; null when nothing is compared. */
export function comparedDays({
  from,
  to,
  compare,
  compareFrom,
  compareTo,
}: Pick<FunnelQuery, 'from' | 'to' | 'compare' | 'compareFrom' | 'compareTo'>): Days | null {
  if (compareFrom !== undefined && compareTo !== undefined) return { from: compareFrom, to: compareTo };
  if (compare === 'previous') return { from: addDays(from, -daysBetween(from, to)), to: from };
  if (compare === 'year-before') {
    const year = { from: addMonths(from, -12), to: addMonths(to, -12) };
    // The 29th of February alone has no day a year before: the 28th stands for it.
    return year.to > year.from ? year : { from: year.from, to: addDays(year.from, 1) };
  }
  return null;
}
