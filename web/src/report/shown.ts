/** The numbers that the page shows of a report: of all leads, or without the young ones. Pure. */
import type { Funnel, FunnelBody, FunnelStep } from '../../../src/report/funnel.schema.ts';

type Rate = FunnelStep['rateFromPrevious'];

export interface ShownStep {
  key: string;
  label: string;
  /** Null: hidden as a small number. */
  count: number | null;
  rate: Rate;
  rateFromFirst: Rate;
  days: FunnelStep['daysFromPrevious'];
  lost: FunnelStep['lost'];
  /** Of the comparison; undefined without one, null when hidden. */
  previous: number | null | undefined;
  previousRate: Rate | undefined;
}

export function shownSteps({ steps, previous }: Funnel, mature: boolean): ShownStep[] {
  const numbers = (step: FunnelStep) => (mature ? step.mature : step);
  return steps.map((step, at) => {
    const { count, rateFromPrevious, rateFromFirst } = numbers(step);
    const before = previous?.steps[at];
    const compared = before?.key === step.key ? numbers(before) : undefined;
    return {
      key: step.key,
      label: step.label,
      count,
      rate: rateFromPrevious,
      rateFromFirst,
      days: step.daysFromPrevious,
      lost: step.lost,
      previous: compared?.count,
      previousRate: compared?.rateFromPrevious,
    };
  });
}

/** How many leads are younger than their window; null when that is hidden. */
export function youngLeads({ steps, cohort }: FunnelBody): number | null {
  const mature = steps[0]?.mature.count ?? null;
  return mature === null || cohort.leads === null ? null : cohort.leads - mature;
}

export const hasReach = ({ reach }: FunnelBody): boolean => Object.values(reach).some((value) => value !== null);
