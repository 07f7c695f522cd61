/** Rule 6: small counts are hidden, with as many others as it takes that none can be worked out. Pure. */

/**
 * Counts in rows over steps. Within a row they never rise from step to step; in a column all rows together are its total, which
 * everybody knows unless it is null. The last row takes what belongs to no other.
 */
export interface CountTable {
  readonly rows: readonly (readonly number[])[];
  readonly totals: readonly (number | null)[];
}

export interface Hidden {
  /** By row and step. */
  readonly cells: readonly (readonly boolean[])[];
  /** False when even with everything hidden a small count can be told from the totals: then the rows must not be shown at all. */
  readonly safe: boolean;
}

interface Bounds {
  readonly low: number[][];
  readonly high: number[][];
}

const ROUNDING = 1e-9;

/** Whether a count (or a credit) of people is too small to show. */
export const isSmall = (count: number, threshold: number): boolean => count > ROUNDING && count < threshold - ROUNDING;

/**
 * Which cells to hide so that no count of 1 … `threshold` − 1 is shown or can be worked out from what is shown. Nothing stands
 * in a column without a known total. Chosen beside the small ones: the smallest of the column that help.
 */
export function hide(table: CountTable, threshold: number): Hidden {
  const small = table.rows.map((row) => row.map((count) => isSmall(count, threshold)));
  const cells = small.map((row) => row.map((isHidden, step) => isHidden || table.totals[step] === null));
  for (;;) {
    const bounds = narrow(table, cells);
    const [row, step] = workedOut(small, bounds) ?? [];
    if (row === undefined || step === undefined) return { cells, safe: true };
    const victim = besides(table, cells, row, step);
    if (!victim) return { cells, safe: false };
    cells[victim[0]]![victim[1]] = true;
  }
}

/**
 * Which steps to hide of counts under a filter: those where the filter itself or the rest outside it is small. `all` are the counts
 * without that filter, which anybody may ask for.
 */
export function hideSteps(inside: readonly number[], all: readonly number[], threshold: number): boolean[] {
  const rest = all.map((count, step) => count - inside[step]!);
  const { cells } = hide({ rows: [inside, rest], totals: all }, threshold);
  return inside.map((_, step) => cells.some((row) => row[step]!));
}

/** A small count whose value the others leave no choice for. */
function workedOut(small: readonly (readonly boolean[])[], { low, high }: Bounds): [row: number, step: number] | undefined {
  for (const [row, steps] of small.entries()) {
    const step = steps.findIndex((isHidden, at) => isHidden && high[row]![at]! - low[row]![at]! < 1 - ROUNDING);
    if (step >= 0) return [row, step];
  }
  return undefined;
}

/** What to hide besides a small count that can be worked out: in its column the smallest, then a zero, then what encloses the hidden ones there. */
function besides({ rows }: CountTable, cells: readonly boolean[][], row: number, step: number): [row: number, step: number] | undefined {
  const shown = rows.map((_, at) => at).filter((at) => !cells[at]![step]);
  const counts = shown.filter((at) => rows[at]![step]! > ROUNDING).sort((a, b) => rows[a]![step]! - rows[b]![step]!);
  const inColumn = counts[0] ?? shown.at(-1);
  if (inColumn !== undefined) return [inColumn, step];
  const others = [...rows.keys()].filter((at) => at !== row);
  for (const at of [...others, row]) {
    for (let distance = 1; distance < rows[at]!.length; distance += 1) {
      for (const near of [step - distance, step + distance]) if (cells[at]![near] === false) return [at, near];
    }
  }
  return undefined;
}

/** Between which values each cell must lie for somebody who knows what is shown, that counts never rise, and the totals. */
function narrow({ rows, totals }: CountTable, cells: readonly (readonly boolean[])[]): Bounds {
  const isWhole = rows.every((row) => row.every(Number.isInteger));
  const low = rows.map((row, at) => row.map((count, step) => (!cells[at]![step] ? count : isWhole ? Math.min(1, count) : 0)));
  const high = rows.map((row, at) => row.map((count, step) => (!cells[at]![step] ? count : (totals[step] ?? Number.POSITIVE_INFINITY))));
  const bounds = { low, high };
  for (let turn = 0; turn < 50; turn += 1) {
    const alongRows = rows.map((_, at) => narrowRow(low[at]!, high[at]!));
    const downColumns = totals.map((total, step) => total !== null && narrowColumn(bounds, step, total));
    if (![...alongRows, ...downColumns].some(Boolean)) break;
  }
  return bounds;
}

function narrowRow(low: number[], high: number[]): boolean {
  let changed = false;
  for (let step = 1; step < high.length; step += 1) {
    if (high[step]! <= high[step - 1]! + ROUNDING) continue;
    high[step] = high[step - 1]!;
    changed = true;
  }
  for (let step = low.length - 2; step >= 0; step -= 1) {
    if (low[step]! >= low[step + 1]! - ROUNDING) continue;
    low[step] = low[step + 1]!;
    changed = true;
  }
  return changed;
}

function narrowColumn({ low, high }: Bounds, step: number, total: number): boolean {
  let changed = false;
  const sum = (side: number[][]) => side.reduce((all, row) => all + row[step]!, 0);
  const [least, most] = [sum(low), sum(high)];
  for (const at of low.keys()) {
    const [lowest, highest] = [low[at]![step]!, high[at]![step]!];
    const highAfter = total - (least - lowest);
    const lowAfter = total - (most - highest);
    if (highAfter < highest - ROUNDING) {
      high[at]![step] = highAfter;
      changed = true;
    }
    if (lowAfter > lowest + ROUNDING) {
      low[at]![step] = lowAfter;
      changed = true;
    }
  }
  return changed;
}
