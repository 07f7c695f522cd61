/** How long something takes when some are still waiting for it: the Kaplan–Meier estimate. Pure. */

/** How many came to the event, and how many were last seen without it, at the same time (any unit). */
export interface Ended {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

export interface SurvivalStep {
  readonly time: number;
  /** Not yet ended just before this time. */
  readonly atRisk: number;
  readonly events: number;
  /** Share without the event after this time. */
  readonly survival: number;
}

/**
 * The curve, one step for each time at which an event came; who is censored at that time was still at risk.
 * @see Kaplan, E. L. & Meier, P. (1958), J. Am. Stat. Assoc. 53, 457–481
 */
export function kaplanMeier(ended: readonly Ended[]): SurvivalStep[] {
  let atRisk = ended.reduce((all, { events, censored }) => all + events + censored, 0);
  let survival = 1;
  const steps: SurvivalStep[] = [];
  for (const { time, events, censored } of [...ended].sort((a, b) => a.time - b.time)) {
    if (events > 0) {
      survival *= 1 - events / atRisk;
      steps.push({ time, atRisk, events, survival });
    }
    atRisk -= events + censored;
  }
  return steps;
}

/** The time after which at most half are without the event; null when more than half still are at the end. */
export const medianTime = (curve: readonly SurvivalStep[]): number | null =>
  curve.find(({ survival }) => survival <= 0.5 + Number.EPSILON)?.time ?? null;
