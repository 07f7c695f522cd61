/** Which of several sources counts for a figure: API or counter before file before what was typed, day by day. Pure. */
import { type Figures, SOURCES, type Source } from '../../../src/activity/metric.schema.ts';
import { addDays } from '../report/days.ts';

type Row = Figures['metrics'][number];
interface Span {
  from: string;
  to: string;
  by: Source | 'snapshot';
}

export interface Standing {
  counts: 'all' | 'some' | 'none';
  /** What counts instead, on some of its days or on all. */
  instead: Source | 'snapshot' | null;
}

/** The days of better sources of the same figure. A counter of views takes all days, others those up to its last reading. */
function better(row: Row, { metrics, snapshots }: Figures, startsOn: string): Span[] {
  const readings = snapshots
    .filter(({ metric }) => metric === row.metric)
    .map(({ takenAt }) => takenAt.slice(0, 10))
    .sort();
  const first = readings[0];
  const last = readings.at(-1);
  const counter: Span[] =
    first && last
      ? [
          row.metric === 'views'
            ? { from: '0001-01-01', to: '9999-12-31', by: 'snapshot' }
            : { from: first < startsOn ? first : startsOn, to: last, by: 'snapshot' },
        ]
      : [];
  const rank = (source: Source) => SOURCES.indexOf(source);
  const rows = metrics
    .filter((one) => one.metric === row.metric && rank(one.source) < rank(row.source))
    .map((one): Span => ({ from: one.periodStart, to: one.periodEnd, by: one.source }));
  return [...counter, ...rows]
    .filter(({ from, to }) => from <= row.periodEnd && to >= row.periodStart)
    .sort((a, b) => a.from.localeCompare(b.from));
}

export function standingOf(row: Row, figures: Figures, startsOn: string): Standing {
  const spans = better(row, figures, startsOn);
  const instead = spans[0]?.by ?? null;
  if (!instead) return { counts: 'all', instead };
  let free = row.periodStart;
  for (const { from, to } of spans) {
    if (from > free) return { counts: 'some', instead };
    if (to >= free) free = to >= row.periodEnd ? '9999-12-31' : addDays(to, 1);
  }
  return { counts: free > row.periodEnd ? 'none' : 'some', instead };
}
