/** Which days a report is about: those in the address, a span that moves with the calendar, or what suits the region. Pure. */
import type { Programme } from '../../../src/region/programme.schema.ts';
import { addDays, addMonths } from './days.ts';
import type { MOVING, ReportSearch } from './report-search.ts';

/** Days [from, to). */
export interface Days {
  from: string;
  to: string;
}

export interface Period extends Days {
  /** The span that was chosen by name; `custom` for days. */
  kind: (typeof MOVING)[number] | 'custom';
}

/** No region's figures are older. */
const BEGINNING = '2000-01-01';

/** `today` is the last day of all spans that move. */
export function movingDays(kind: (typeof MOVING)[number], today: string): Days {
  const to = addDays(today, 1);
  if (kind === 'year') return { from: `${today.slice(0, 4)}-01-01`, to };
  return { from: kind === 'all' ? BEGINNING : addMonths(to, -12), to };
}

export const programmeDays = ({ startsOn, endsOn }: Pick<Programme, 'startsOn' | 'endsOn'>): Days => ({
  from: startsOn,
  to: addDays(endsOn, 1),
});

/** `standing`: the days of a region whose story is over, such as the demo's; else the last twelve months. */
export function periodOf(
  { period, from, to }: Pick<ReportSearch, 'period' | 'from' | 'to'>,
  today: string,
  standing: Days | undefined,
): Period {
  if (period) return { kind: period, ...movingDays(period, today) };
  if (from && to && from < to) return { kind: 'custom', from, to };
  if (standing) return { kind: 'custom', ...standing };
  return { kind: 'months12', ...movingDays('months12', today) };
}
