/** The clicks by day as a curve: days without any are zero, from the day before the first click to today. Pure. */
import type { Clicks } from '../../../src/capture/clicks.schema.ts';
import { instantOf } from '../app/zone-time.ts';
import { addDays } from '../report/days.ts';
import type { LinePoint } from '../ui/line-point.ts';

export function clicksCurve(byDay: Clicks['byDay'], today: string, timeZone: string): LinePoint[] {
  const first = byDay[0]?.day;
  if (!first) return [];
  const counts = new Map(byDay.map(({ day, clicks }) => [day, clicks]));
  const points: LinePoint[] = [];
  for (let day = addDays(first, -1); day <= today; day = addDays(day, 1)) {
    points.push({ at: Date.parse(instantOf(day, timeZone)), value: counts.get(day) ?? 0 });
  }
  return points;
}
