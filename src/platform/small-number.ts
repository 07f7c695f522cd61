/** Small numbers of people (rule 6): hidden, with a second cell where the first could be worked out from a total. */

/**
 * Hides counts of 1 up to `threshold` − 1 of a set whose total is known; a hidden count is null.
 * When the hidden ones could be worked out from the total (a single one, or all at their least or their most),
 * the smallest of the others is hidden, too.
 */
export function hideSmall(counts: readonly number[], threshold: number): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < threshold;
  const small = counts.filter(isSmall);
  const sum = small.reduce((total, count) => total + count, 0);
  const workedOut = small.length === 1 || sum === small.length || sum === small.length * (threshold - 1);
  const second = small.length > 0 && workedOut ? smallestOther(counts, threshold) : -1;
  return counts.map((count, at) => (isSmall(count) || at === second ? null : count));
}

/** The same of counts by their keys; `suppressed` beside them when any is hidden. */
export function hideSmallByKey(
  counts: Readonly<Record<string, number>>,
  threshold: number,
): { readonly counts: Record<string, number | null>; readonly suppressed?: true } {
  const keys = Object.keys(counts);
  const shown = hideSmall(Object.values(counts), threshold);
  const byKey = Object.fromEntries(keys.map((key, at) => [key, shown[at] ?? null]));
  return { counts: byKey, ...(shown.includes(null) ? { suppressed: true } : {}) };
}

/** Where the smallest count from the threshold stands, else a zero, else −1. */
function smallestOther(counts: readonly number[], threshold: number): number {
  const others = counts.map((count, at) => ({ count, at }));
  const big = others.filter(({ count }) => count >= threshold).sort((a, b) => a.count - b.count);
  return (big[0] ?? others.find(({ count }) => count === 0))?.at ?? -1;
}
