/** Which numbers of a funnel rule 6 hides: what the report asks about people, and how many there are inside and outside of it. Pure. */
import type { Counts, Lost, Quartiles } from './funnel.query.ts';
import type { Breakdown } from './funnel.schema.ts';
import type { Filters } from './reach.ts';
import type { StillHereRow } from './still-here.query.ts';
import { hideSteps, isSmall } from './suppression.ts';

/** What is counted of a cohort. */
export interface Numbers {
  readonly counts: Counts;
  /** From each step to the next. */
  readonly quartiles: readonly Quartiles[];
  readonly lost: readonly Lost[];
  readonly stillHere: readonly StillHereRow[];
}

/** True: hidden. */
export interface Veil {
  /** The whole lower part. */
  readonly everything: boolean;
  readonly steps: readonly boolean[];
  readonly mature: readonly boolean[];
  readonly running: boolean;
  readonly lost: (lost: Lost) => boolean;
  /** In the order of months. */
  readonly stillHere: readonly boolean[];
  /** Below how many leads a quartile is hidden. */
  readonly fewest: number;
}

export const NO_VEIL: Veil = { everything: false, steps: [], mature: [], running: false, lost: () => false, stillHere: [], fewest: 0 };

export interface Delicacy {
  /** Filters that, each taken off, tell the rest outside; empty: the counts are of nothing personal. */
  readonly takeOff: readonly (readonly (keyof Filters)[])[];
  /** Whether the rows of the breakdown are counts by something personal. */
  readonly rows: boolean;
}

const SECOND: readonly (keyof Filters)[] = ['programme', 'workPackage', 'kind', 'channel', 'activity', 'contactPerson', 'owner'];

/** Language is personal by itself, a municipality together with any second dimension. `usual`: the pipeline is no dimension. */
export function delicacyOf(filters: Filters, by: Breakdown | undefined, usual: boolean): Delicacy {
  const second = SECOND.filter((filter) => filters[filter].length > 0);
  const byLanguage = filters.language.length > 0;
  const byMunicipality = filters.municipality.length > 0;
  const crossed = byLanguage || second.length > 0 || !usual;
  const takeOff: (keyof Filters)[][] = [];
  if (byLanguage) takeOff.push(['language']);
  if (byMunicipality && crossed) takeOff.push(['municipality'], ...(second.length ? [second] : []));
  return {
    takeOff,
    rows: takeOff.length > 0 || by === 'language' || (by === 'municipality' ? crossed : by !== undefined && byMunicipality),
  };
}

/** What to hide of `inside`, when `all` are the numbers with one of the personal filters taken off. */
export function veilOver(inside: Numbers, all: readonly Numbers[], threshold: number): Veil {
  if (all.length === 0) return NO_VEIL;
  const few = (of: (numbers: Numbers) => number) =>
    isSmall(of(inside), threshold) || all.some((other) => isSmall(of(other) - of(inside), threshold));
  const along = (of: (numbers: Numbers) => readonly number[]) =>
    all.map((other) => hideSteps(of(inside), of(other), threshold)).reduce((hidden, more) => hidden.map((is, step) => is || more[step]!));
  const steps = along(({ counts }) => counts.reached);
  const mature = along(({ counts }) => counts.mature).map((is, step) => is || steps[step]!);
  const hiddenLost = inside.lost.map((one) => steps[one.step - 1]! || few(lostLike(one)));
  const running = few(({ counts }) => counts.stillRunning);
  const lost = [...hiddenLost];
  // What is lost or still running may be known in all: one alone could be worked out.
  if ([...lost, running].filter(Boolean).length === 1) {
    const smallest = inside.lost
      .map(({ count }, at) => ({ count, at }))
      .filter(({ at }) => !lost[at])
      .sort((a, b) => a.count - b.count)[0];
    if (smallest) lost[smallest.at] = true;
  }
  return {
    everything: few(({ counts }) => counts.reached[0]!),
    steps,
    mature,
    running: running || (lost.some(Boolean) && lost.filter(Boolean).length < 2),
    lost: (one) => lost[inside.lost.indexOf(one)] ?? false,
    stillHere: inside.stillHere.map((_, at) =>
      (['due', 'notYetDue', 'noAnswer', 'stillHere'] as const).some((part) => few(({ stillHere }) => stillHere[at]![part])),
    ),
    fewest: threshold,
  };
}

const lostLike =
  ({ step, reason }: Lost) =>
  ({ lost }: Numbers): number =>
    lost.find((other) => other.step === step && other.reason === reason)?.count ?? 0;
