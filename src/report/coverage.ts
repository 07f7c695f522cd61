/** The arithmetic of the coverage report: shares, rates and what rule 6 hides of them. Pure. */
import type { ActivityFacts } from './activity-map.ts';
import type { ActiveDays, Heard, OwnerRow } from './coverage.query.ts';
import type { CoverageBody } from './coverage.schema.ts';
import { type Ended, kaplanMeier, medianTime } from './kaplan-meier.ts';
import { daysThatCount, type Filters, type Span, spansBy } from './reach.ts';
import { isSmall } from './suppression.ts';
import { wilson } from './wilson.ts';

/** What is counted of one choice of leads. */
export interface Tip {
  readonly owners: readonly OwnerRow[];
  /** Leads by the channels they named, and by those they met; and those that did both. */
  readonly heard: ReadonlyMap<string, number>;
  readonly met: ReadonlyMap<string, number>;
  readonly both: ReadonlyMap<string, number>;
  readonly answered: number;
}

/** The activities on those days on which their contact person was active. */
export function activeSpans(
  activities: readonly ActivityFacts[],
  active: readonly ActiveDays[],
  filters: Filters,
  { from, to, zone }: { readonly from: string; readonly to: string; readonly zone: string },
): Span[] {
  const daysOf = new Map<string, ActiveDays[]>();
  for (const days of active) daysOf.set(days.id, [...(daysOf.get(days.id) ?? []), days]);
  return spansBy(
    activities.flatMap((activity) =>
      daysThatCount(activity, filters, from, to, zone).flatMap((held) =>
        (daysOf.get(held.id) ?? []).flatMap((there) => {
          const begin = there.from !== null && there.from > held.from ? there.from : held.from;
          const end = there.to !== null && there.to < held.to ? there.to : held.to;
          return begin < end ? [{ activity: activity.id, from: begin, to: end }] : [];
        }),
      ),
    ),
  );
}

/**
 * All days until `end` that follow the beginning, or the end, of spans. What happened within them is the difference of the two, and asked
 * for that way an activity without an end spreads its cost over the same days for each of them.
 */
export const tailsOf = (spans: readonly Span[], of: 'from' | 'to', end: string): Span[] =>
  spans.flatMap((span) => (span[of] < end ? [{ ...span, from: span[of], to: end }] : []));

export const difference = (all: ReadonlyMap<string, number>, off: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...all].map(([metric, value]) => [metric, value - (off.get(metric) ?? 0)]));

/** Leads by channel: named, met, and both. `met` tells the channels of each lead that met any. */
export function heardAndMet(
  heard: readonly Heard[],
  met: Iterable<readonly [lead: string, channels: ReadonlySet<string>]>,
): Omit<Tip, 'owners'> {
  const named = new Map(heard.map(({ lead, channels }) => [lead, channels]));
  const counts = { heard: new Map<string, number>(), met: new Map<string, number>(), both: new Map<string, number>() };
  const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);
  for (const channels of named.values()) for (const channel of channels) count(counts.heard, channel);
  for (const [lead, channels] of met) {
    for (const channel of channels) {
      count(counts.met, channel);
      if (named.get(lead)?.includes(channel)) count(counts.both, channel);
    }
  }
  return { ...counts, answered: named.size };
}

const SUMS = ['leads', 'open', 'untouched', 'inTime', 'late'] as const;
type Sums = Record<(typeof SUMS)[number] | 'withoutOwner' | 'undecided', number>;

function sumsOf({ owners }: Tip): Sums {
  const sums = Object.fromEntries(SUMS.map((key) => [key, owners.reduce((all, row) => all + row[key], 0)])) as Record<
    (typeof SUMS)[number],
    number
  >;
  const withoutOwner = owners.find(({ owner }) => owner === null)?.leads ?? 0;
  return { ...sums, withoutOwner, undecided: sums.leads - sums.inTime - sums.late };
}

/**
 * What is shown of the leads. `wider`: the same with each personal filter taken off; with any of them, a count that is small itself,
 * in its rest, or in the rest outside the filter is hidden.
 */
export function tipOf(
  tip: Tip,
  times: readonly Ended[],
  wider: readonly Tip[],
  {
    threshold,
    targetDays,
    label,
  }: { readonly threshold: number; readonly targetDays: number; readonly label: (channel: string) => string },
): Pick<CoverageBody, 'leads' | 'firstResponse' | 'heardFrom'> {
  const sums = sumsOf(tip);
  const veiled = wider.map(sumsOf);
  const few = (of: (sums: Sums) => number) =>
    veiled.length > 0 && (isSmall(of(sums), threshold) || veiled.some((all) => isSmall(of(all) - of(sums), threshold)));
  const everything = few(({ leads }) => leads);
  const hidden = (of: (sums: Sums) => number) => everything || few(of) || few((all) => all.leads - of(all));
  const response = (['inTime', 'late', 'undecided'] as const).some((part) => hidden((all) => all[part]));
  const parts = {
    withoutOwner: hidden((all) => all.withoutOwner),
    open: hidden((all) => all.open),
    untouched: hidden((all) => all.untouched),
  };
  const shown = (isHidden: boolean, count: number) => (isHidden ? null : count);
  const isAny = (...hiding: boolean[]) => (hiding.some(Boolean) ? { suppressed: true as const } : {});
  const median = response ? null : medianTime(kaplanMeier(times));
  return {
    leads: {
      created: shown(everything, sums.leads),
      withoutOwner: shown(parts.withoutOwner, sums.withoutOwner),
      open: shown(parts.open, sums.open),
      untouched: shown(parts.untouched, sums.untouched),
      ...isAny(everything, ...Object.values(parts)),
    },
    firstResponse: {
      targetDays,
      inTime: shown(response, sums.inTime),
      late: shown(response, sums.late),
      undecided: shown(response, sums.undecided),
      rate: response ? null : wilson(sums.inTime, sums.inTime + sums.late),
      medianHours: median === null ? null : median / 3600,
      ...isAny(response),
    },
    heardFrom: heardFromOf(tip, wider, everything, threshold, label),
  };
}

function heardFromOf(
  tip: Tip,
  wider: readonly Tip[],
  everything: boolean,
  threshold: number,
  label: (channel: string) => string,
): CoverageBody['heardFrom'] {
  const of = (one: Tip, part: 'heard' | 'met' | 'both', key: string) => one[part].get(key) ?? 0;
  const rows = [...new Set([...tip.heard.keys(), ...tip.met.keys()])].map((key) => {
    const shown = (part: 'heard' | 'met' | 'both') => {
      const count = of(tip, part, key);
      const isHidden =
        wider.length > 0 && (isSmall(count, threshold) || wider.some((all) => isSmall(of(all, part, key) - count, threshold)));
      return everything || isHidden ? null : count;
    };
    const counts = { heard: shown('heard'), met: shown('met'), both: shown('both') };
    return { key, label: label(key), ...counts, ...(Object.values(counts).includes(null) ? { suppressed: true as const } : {}) };
  });
  const isHidden = everything || (wider.length > 0 && isSmall(tip.answered, threshold));
  return {
    answered: isHidden ? null : tip.answered,
    rows: rows.sort((a, b) => (b.heard ?? 0) - (a.heard ?? 0) || (b.met ?? 0) - (a.met ?? 0) || a.label.localeCompare(b.label, 'fi')),
    ...(isHidden ? { suppressed: true as const } : {}),
  };
}
