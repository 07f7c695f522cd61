/** What matters most in a funnel, said only as far as the numbers carry it. Pure. */
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { type ShownStep, shownSteps } from './shown.ts';

/** Below this many leads nothing is concluded. */
export const ENOUGH = 30;
/** A reason is named as the most common one from this many leads on. */
const TELLING = 5;

export interface Leak {
  /** The step that is not reached. */
  next: Pick<ShownStep, 'key' | 'label'>;
  /** How many of those at the step before got no further. */
  count: number;
  of: number;
  /** Those of them that are not lost: they are on their way, or nobody wrote down what became of them. */
  open: number | null;
  reason: { key: string; count: number } | null;
}

export type Finding =
  | { kind: 'hidden' }
  | { kind: 'none' }
  | { kind: 'few'; leads: number; won: number | null }
  | { kind: 'enough'; leads: number; won: number | null; leak: Leak | null; change: 'more' | 'less' | null };

export function findingOf(report: Funnel, mature: boolean): Finding {
  const steps = shownSteps(report, mature);
  const leads = steps[0]?.count ?? null;
  if (leads === null) return { kind: 'hidden' };
  if (leads === 0) return { kind: 'none' };
  const won = steps.at(-1)?.count ?? null;
  if (leads < ENOUGH) return { kind: 'few', leads, won };
  return { kind: 'enough', leads, won, leak: biggestLeak(steps), change: changeOf(report) };
}

/** Where most leads stay behind, the later steps of what is hidden left out. */
export function biggestLeak(steps: readonly ShownStep[]): Leak | null {
  let biggest: Leak | null = null;
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    if (!next || step.count === null || next.count === null) continue;
    const count = step.count - next.count;
    if (count <= (biggest?.count ?? 0)) continue;
    biggest = {
      next: { key: next.key, label: next.label },
      count,
      of: step.count,
      open: openOf(count, step.lost),
      reason: commonest(step.lost),
    };
  }
  return biggest;
}

function openOf(count: number, lost: ShownStep['lost']): number | null {
  if (lost.some((one) => one.count === null)) return null;
  return Math.max(0, count - lost.reduce((sum, one) => sum + (one.count ?? 0), 0));
}

/** The reason that more leads are lost for than for any other. */
function commonest(lost: ShownStep['lost']): Leak['reason'] {
  const known = lost.flatMap(({ reason, count }) => (count === null ? [] : [{ key: reason, count }])).sort((a, b) => b.count - a.count);
  const [first, second] = known;
  if (!first || first.count < TELLING || first.count === second?.count) return null;
  return first;
}

/** Whether the share of won leads differs from the comparison's by more than chance: both of leads whose window is over, intervals apart. */
function changeOf({ steps, previous }: Funnel): 'more' | 'less' | null {
  const now = steps.at(-1)?.mature.rateFromFirst;
  const before = previous?.steps.at(-1)?.mature.rateFromFirst;
  const enough = Math.min(steps[0]?.mature.count ?? 0, previous?.steps[0]?.mature.count ?? 0) >= ENOUGH;
  if (!now || !before || !enough || steps.at(-1)?.key !== previous?.steps.at(-1)?.key) return null;
  if (now.low > before.high) return 'more';
  return now.high < before.low ? 'less' : null;
}
