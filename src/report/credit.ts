/** Splits each lead over its touches, once, by a model; the same split counts at every step. Pure. */
import type { TouchRows } from './activity-map.ts';
import type { CreditModel } from './funnel.schema.ts';
import type { PackedLead, PackedLeads } from './packed-leads.ts';

/** Credit of rows at each step, in leads; and of how many leads anything is known. */
export interface Credits {
  /** In the order of the rows' keys, then of the steps. */
  readonly rows: readonly (readonly number[])[];
  /** Leads with a counted touch, at each step. */
  readonly attributed: readonly number[];
}

/** What one touch of a lead weighs: at `place` from 0, of `counted` touches. */
export const WEIGHTS: Readonly<Record<CreditModel, (place: number, counted: number) => number>> = {
  first: (place) => (place === 0 ? 1 : 0),
  last: (place, counted) => (place === counted - 1 ? 1 : 0),
  linear: (_, counted) => 1 / counted,
};

/**
 * The credit of each row at each of `steps` steps: a lead gives its touches' rows their shares at every step up to the furthest it reached,
 * so that no row rises and all rows together are the leads with a counted touch.
 */
export function credit(
  leads: PackedLeads,
  by: TouchRows,
  model: CreditModel,
  steps: number,
  keep: (lead: PackedLead) => boolean = () => true,
): Credits {
  const width = steps + 1;
  const grid = new Float64Array(by.keys.length * width);
  const attributed = new Float64Array(width);
  const weigh = WEIGHTS[model];
  leads.forEach((lead) => {
    const { counted, reached } = lead;
    if (counted === 0 || !keep(lead)) return;
    attributed[reached]! += 1;
    for (let place = 0; place < counted; place += 1) {
      const weight = weigh(place, counted);
      if (weight === 0) continue;
      grid[by.rowOf(lead.activityAt(place), lead.secondAt(place)) * width + reached]! += weight;
    }
  });
  return {
    rows: by.keys.map((_, row) => fromFurthest((step) => grid[row * width + step]!, steps)),
    attributed: fromFurthest((step) => attributed[step]!, steps),
  };
}

/** From what is furthest at each step (from 1) to what reached it: the sum of it and all later ones. */
export function fromFurthest(furthest: (step: number) => number, steps: number): number[] {
  const reached = new Array<number>(steps).fill(0);
  let sum = 0;
  for (let step = steps; step >= 1; step -= 1) {
    sum += furthest(step);
    reached[step - 1] = sum;
  }
  return reached;
}
