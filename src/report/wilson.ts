/** Interval of a proportion. */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.959963984540054;

/**
 * Wilson score interval, 95 %, without continuity correction.
 * Null when nothing was tried: a rate of nothing is not zero.
 * @see Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209–212
 */
export function wilson(successes: number, trials: number): Rate | null {
  if (trials === 0) return null;
  const value = successes / trials;
  const z2n = Z95 ** 2 / trials;
  const centre = (value + z2n / 2) / (1 + z2n);
  const half = (Z95 * Math.sqrt((value * (1 - value)) / trials + z2n / (4 * trials))) / (1 + z2n);
  return { value, low: successes === 0 ? 0 : centre - half, high: successes === trials ? 1 : centre + half };
}
