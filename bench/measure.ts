/** Times, and the ratios between them: several runs, their median, and how far they spread. */

export interface Times {
  /** Milliseconds of each run, in order. */
  readonly runs: readonly number[];
  readonly median: number;
}

export interface Ratio {
  readonly value: number;
  /** Lowest and highest of the runs that were taken side by side. */
  readonly low: number;
  readonly high: number;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * Times all of them in turn, `runs` times after `warmUps` that do not count, so that what disturbs the machine disturbs them alike.
 * A single one that takes longer than ten seconds is run once.
 */
export async function sideBySide<Name extends string>(
  works: Readonly<Record<Name, () => Promise<unknown>>>,
  { runs, warmUps = 3 }: { runs: number; warmUps?: number },
): Promise<Record<Name, Times>> {
  const names = Object.keys(works) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as unknown as Record<Name, number[]>;
  for (let run = -warmUps; run < runs; run += 1) {
    for (const name of names) {
      if (taken[name].length === 1 && taken[name][0]! > 10_000) continue;
      const start = performance.now();
      await works[name]();
      const took = performance.now() - start;
      if (run >= 0 || took > 10_000) taken[name].push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, { runs: taken[name], median: median(taken[name]) }])) as unknown as Record<
    Name,
    Times
  >;
}

/** How many times as long `one` takes as `other`. */
export function ratio(one: Times, other: Times): Ratio {
  const pairs = one.runs.map((time, at) => time / (other.runs[at] ?? other.median));
  return { value: one.median / other.median, low: Math.min(...pairs), high: Math.max(...pairs) };
}
