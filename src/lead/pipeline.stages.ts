/** What an edited pipeline changes: which steps stay, come and go, and whether the order changes. */
import { keyOf } from '../platform/label-key.ts';
import { Unprocessable } from '../platform/problem.ts';
import type { PipelineInput } from './pipeline.schema.ts';

interface Placed {
  readonly key: string;
  readonly label: string;
  readonly position: number;
}

/** A step as it stands: an archived one has the position of the step it counts as. */
export interface Standing extends Placed {
  readonly archived: boolean;
}

export interface StagePlan {
  readonly kept: readonly Placed[];
  readonly added: readonly Placed[];
  /** Left out: archived where they have history, else deleted; each with the position of the step it then counts as. */
  readonly removed: readonly Placed[];
  readonly reordered: boolean;
}

/** `lost` stands beside the steps; no step may be called so. */
const TAKEN = ['won', 'lost'];

/**
 * Compares the steps as they are (in their order, an archived one behind the step it counts as) with those asked for.
 * An archived step that is named comes back.
 * @throws Unprocessable `unknown_stage` or `same_stage` at the step
 */
export function planStages(current: readonly Standing[], asked: PipelineInput['stages']): StagePlan {
  const known = new Set(current.map(({ key }) => key));
  const keys = keysFor(known, asked);
  const places = new Map(keys.map((key, at) => [key, at + 1]));
  const placed = asked.map(({ label }, at) => ({ key: keys[at]!, label, position: at + 1 }));
  const active = current.filter(({ archived }) => !archived).map(({ key }) => key);
  return {
    kept: placed.filter(({ key }) => known.has(key)),
    added: placed.filter(({ key }) => !known.has(key)),
    removed: leftOut(current, places),
    reordered: active.join() !== keys.join(),
  };
}

function keysFor(known: ReadonlySet<string>, asked: PipelineInput['stages']): string[] {
  const taken = new Set([...known, ...TAKEN]);
  const seen = new Set<string>();
  return asked.map(({ key, label }, at) => {
    if (key !== undefined && !known.has(key)) throw new Unprocessable('unknown_stage', `stages.${at}.key`, 'The pipeline has no such step');
    const one = key ?? keyOf(label, taken, 'step');
    if (seen.has(one)) throw new Unprocessable('same_stage', `stages.${at}.key`, 'A step stands in one place');
    seen.add(one);
    taken.add(one);
    return one;
  });
}

/** A step left out counts as the nearest one before it that stays; 0 when there is none. */
function leftOut(current: readonly Standing[], places: ReadonlyMap<string, number>): Placed[] {
  const removed: Placed[] = [];
  let position = 0;
  for (const { key, label } of current) {
    const place = places.get(key);
    if (place === undefined) removed.push({ key, label, position });
    else position = place;
  }
  return removed;
}
