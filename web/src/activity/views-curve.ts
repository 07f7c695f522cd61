/** The views of an activity as a curve: readings of its counter, which starts at zero on the first day, else its periods added up. Pure. */
import { type Figures, SOURCES, type Source } from '../../../src/activity/metric.schema.ts';
import { instantOf } from '../app/zone-time.ts';
import { addDays } from '../report/days.ts';
import type { LinePoint } from '../ui/line-point.ts';
import { standingOf } from './standing.ts';

export type Reading = Figures['snapshots'][number];

export const rank = (source: Source): number => SOURCES.indexOf(source);

/** The readings that make the curve: while a better source reads the counter, the others' are left out. */
export function countedReadings(snapshots: readonly Reading[], metric: string): Reading[] {
  const all = snapshots.filter((one) => one.metric === metric).sort((a, b) => a.takenAt.localeCompare(b.takenAt));
  const isTaken = ({ takenAt, source }: Reading) => {
    const better = all.filter((one) => rank(one.source) < rank(source));
    return better.some((from) => from.takenAt <= takenAt && better.some((to) => to.source === from.source && to.takenAt >= takenAt));
  };
  return all.filter((one) => !isTaken(one));
}

export interface ViewsCurve {
  points: LinePoint[];
  from: 'counter' | 'periods';
  /** When the last number is from. */
  until: string;
  /** Of a counter: by whom it was read last. */
  source: Source | null;
}

export function viewsCurve(figures: Figures, startsOn: string, timeZone: string): ViewsCurve | null {
  const time = (day: string) => Date.parse(instantOf(day, timeZone));
  const readings = countedReadings(figures.snapshots, 'views');
  const last = readings.at(-1);
  if (last) {
    const points = readings.map(({ takenAt, value }) => ({ at: Date.parse(takenAt), value }));
    const start = Math.min(time(startsOn), points[0]?.at ?? 0);
    return {
      points: [...(start < (points[0]?.at ?? 0) ? [{ at: start, value: 0 }] : []), ...points],
      from: 'counter',
      until: last.takenAt,
      source: last.source,
    };
  }
  const rows = figures.metrics
    .filter((row) => row.metric === 'views' && standingOf(row, figures, startsOn).counts === 'all')
    .sort((a, b) => a.periodStart.localeCompare(b.periodStart));
  const end = rows.at(-1);
  if (!end) return null;
  let sum = 0;
  const points = rows.flatMap(({ periodStart, periodEnd, value }) => {
    const before = { at: time(periodStart), value: sum };
    sum += value;
    return [before, { at: time(addDays(periodEnd, 1)), value: sum }];
  });
  return { points, from: 'periods', until: new Date(points.at(-1)?.at ?? 0).toISOString(), source: null };
}
