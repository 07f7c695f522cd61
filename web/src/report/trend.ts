/** The leads of each month, also of months without any, as the columns of a picture. Pure. */
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { addDays, addMonths, monthsOf } from './days.ts';
import type { Period } from './report-period.ts';

export interface Month {
  /** `2025-09` */
  month: string;
  /** Null: hidden. */
  leads: number | null;
  won: number | null;
  /** Some of its leads may still reach the end: their window is not over. */
  young: boolean;
}

/** From the first to the last month of the period; of all time, from the first that has leads. */
export function trendOf({ rows = [] }: Funnel, { from, to, kind }: Period, windowDays: number | 'none', today: string): Month[] {
  const known = new Map(rows.map(({ key, steps }) => [key, steps]));
  const first = kind === 'all' ? rows[0]?.key : from;
  if (first === undefined) return [];
  const end = to <= addDays(today, 1) ? to : addDays(today, 1);
  return monthsOf(first, end).map((month) => {
    const steps = known.get(month);
    return {
      month,
      leads: steps ? (steps[0] ?? null) : 0,
      won: steps ? (steps.at(-1) ?? null) : 0,
      young: windowDays === 'none' ? false : addDays(addMonths(`${month}-01`, 1), windowDays) > today,
    };
  });
}

/** A round number at or above the highest, and the lines between: 12 → [0, 4, 8, 12]. */
export function scaleOf(highest: number): number[] {
  const rough = Math.max(1, highest) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough && Number.isInteger(one)) ?? 10 * power);
  const lines = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: lines + 1 }, (_, at) => at * step);
}
