/** Periods that meet within one request. */

interface Period {
  readonly metric: string;
  readonly source: string;
  readonly externalId?: string | undefined;
  /** Days, both inclusive. */
  readonly periodStart: string;
  readonly periodEnd: string;
}

/** The place of the first row whose period overlaps (or repeats) that of a row before it, of the same metric, source and outside id. */
export function firstOverlap(rows: readonly Period[]): number | undefined {
  const series = new Map<string, (Period & { readonly at: number })[]>();
  rows.forEach((row, at) => {
    const key = JSON.stringify([row.metric, row.source, row.externalId ?? '']);
    series.set(key, [...(series.get(key) ?? []), { ...row, at }]);
  });
  const overlapping = [...series.values()].flatMap(overlapsOf);
  return overlapping.length > 0 ? Math.min(...overlapping) : undefined;
}

/** Of each two neighbours in time that meet, the one that stands later in the request. */
function overlapsOf(periods: (Period & { readonly at: number })[]): number[] {
  const inTime = periods.sort((a, b) => a.periodStart.localeCompare(b.periodStart) || a.at - b.at);
  const found: number[] = [];
  let longest = inTime[0]!;
  for (const period of inTime.slice(1)) {
    if (period.periodStart <= longest.periodEnd) found.push(Math.max(period.at, longest.at));
    if (period.periodEnd > longest.periodEnd) longest = period;
  }
  return found;
}
