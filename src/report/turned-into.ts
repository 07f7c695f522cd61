/** The table of what an activity's leads want and where they are now. Pure. */
import { INTENTS } from '../lead/pipeline.schema.ts';
import { hideSmall } from '../platform/small-number.ts';
import type { TurnedInto } from './turned-into.schema.ts';
import type { Place, Stage } from './turned-into.query.ts';

const LAST = 'won';
const LOST = { key: 'lost', label: null };

/**
 * The columns: the steps of all `pipelines` in one order, each key once, `won` and `lost` at the end. A step that only a later
 * pipeline has stands behind the one that goes before it there. Archived steps only where somebody (`taken`) still is.
 */
export function columnsOf(pipelines: readonly (readonly Stage[])[], taken: ReadonlySet<string>): TurnedInto['stages'] {
  const columns: Stage[] = [];
  for (const stages of pipelines) {
    let behind = -1;
    for (const stage of stages) {
      if (stage.key === LAST || (stage.archived && !taken.has(stage.key))) continue;
      const at = columns.findIndex(({ key }) => key === stage.key);
      if (at < 0) columns.splice(behind + 1, 0, stage);
      behind = at < 0 ? behind + 1 : at;
    }
  }
  const won = pipelines.flat().find(({ key }) => key === LAST);
  return pipelines.length === 0 ? [] : [...[...columns, ...(won ? [won] : [])].map(({ key, label }) => ({ key, label })), LOST];
}

/** The rows: one for each wish that somebody has. Below `threshold` counts are hidden, all of them together; without one none is. */
export function rowsOf(places: readonly Place[], columns: TurnedInto['stages'], threshold: number | null): TurnedInto['rows'] {
  const intents = INTENTS.filter((intent) => places.some((place) => place.intent === intent));
  const counted = (intent: string, stage: string) => places.find((place) => place.intent === intent && place.stage === stage)?.leads ?? 0;
  const cells = intents.flatMap((intent) => columns.map(({ key }) => counted(intent, key)));
  const shown = threshold === null ? cells : hideSmall(cells, threshold);
  return intents.map((intent, row) => {
    const counts = shown.slice(row * columns.length, (row + 1) * columns.length);
    return { intent, counts, ...(counts.includes(null) ? { suppressed: true as const } : {}) };
  });
}
