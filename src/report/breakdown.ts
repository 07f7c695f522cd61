/** The rows of a breakdown: they and what nobody knows add up to the counts, and none rises. Pure. */
import { BESIDES, type TouchRows } from './activity-map.ts';
import type { Group } from './breakdown.query.ts';
import { type Credits, fromFurthest } from './credit.ts';
import type { Breakdown, FunnelBody } from './funnel.schema.ts';
import { hide } from './suppression.ts';

/** Leads or credits by key at each step; unattributed is the rest. */
export interface Rows {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly unattributed: readonly number[];
}

/** From the credits of touches; `totals` are the counts of all leads at each step. */
export function rowsOfCredits({ keys }: TouchRows, { rows, attributed }: Credits, totals: readonly number[]): Rows {
  return {
    rows: new Map(keys.map((key, at) => [key, rows[at]!] as const).filter(([, steps]) => steps[0]! > 0)),
    unattributed: totals.map((total, step) => total - attributed[step]!),
  };
}

/** From the values of the leads themselves; a value that is not known is nobody's. */
export function rowsOfGroups(groups: readonly Group[], steps: number): Rows {
  const counts = (key: string | null) =>
    fromFurthest((step) => groups.find((group) => group.key === key && group.reached === step)?.count ?? 0, steps);
  const keys = new Set(groups.map(({ key }) => key));
  keys.delete(null);
  return { rows: new Map([...keys].map((key) => [key!, counts(key)])), unattributed: counts(null) };
}

/** What the rows are called and in what order they stand. */
export interface Naming {
  readonly label: (key: string) => string;
  /** Municipalities and people are never ranked, languages and months have their own order: by name or key, not by count. */
  readonly ranked: boolean;
  readonly position?: ReadonlyMap<string, number>;
}

const RANKED: readonly Breakdown[] = ['channel', 'kind', 'activity', 'campaign', 'programme', 'workPackage'];
export const isRanked = (by: Breakdown): boolean => RANKED.includes(by);

/**
 * The rows as they are answered. `totals`: the shown counts of the steps, null where hidden; `threshold`: null when the counts are of
 * nothing personal.
 */
export function shownRows(
  { rows, unattributed }: Rows,
  naming: Naming,
  totals: readonly (number | null)[],
  threshold: number | null,
): Pick<FunnelBody, 'rows' | 'unattributed'> {
  const keys = [...rows.keys()];
  const table = { rows: [...keys.map((key) => rows.get(key)!), unattributed], totals };
  const { cells, safe } = threshold === null ? { cells: [], safe: true } : hide(table, threshold);
  if (!safe) return { rows: [], unattributed: { steps: totals.map(() => null), suppressed: true } };
  const shown = (steps: readonly number[], at: number) => ({
    steps: steps.map((count, step) => (cells[at]?.[step] ? null : count)),
    ...(cells[at]?.some(Boolean) ? { suppressed: true as const } : {}),
  });
  return {
    rows: keys.map((key, at) => ({ key, label: naming.label(key), ...shown(rows.get(key)!, at) })).sort((a, b) => inOrder(a, b, naming)),
    unattributed: shown(unattributed, keys.length),
  };
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly steps: readonly (number | null)[];
}

const place = (key: string) => (BESIDES as readonly string[]).indexOf(key);

function inOrder(a: Row, b: Row, { ranked, position }: Naming): number {
  return (
    place(a.key) - place(b.key) ||
    (position ? (position.get(a.key) ?? 0) - (position.get(b.key) ?? 0) : 0) ||
    (ranked ? (b.steps[0] ?? 0) - (a.steps[0] ?? 0) : 0) ||
    a.label.localeCompare(b.label, 'fi') ||
    (a.key < b.key ? -1 : 1)
  );
}
