/** What one activity turned into: from anonymous views to outcomes, and where its leads are now. */
import * as z from 'zod';
import { INTENTS } from '../lead/pipeline.schema.ts';

const Figure = z.number().nullable();

/** Of the activity and its parts, over all time. Null is unknown. */
export const TurnedInto = z
  .object({
    /** Not additive, never shown as people. */
    grossReach: Figure,
    views: Figure,
    clicks: Figure,
    /** Cents: imported spend and own costs. */
    costCents: Figure,
    /** Leads that met it. */
    leads: z.int(),
    /** Of these, how many came to the step before the last one of their pipeline, or further. */
    visiting: z.int(),
    /** Outcomes that it touched within `lookbackDays` before them; several activities may have touched one. */
    outcomes: z.int(),
    /** Its share of these outcomes when each is split equally over its touches. */
    outcomesLinear: z.number(),
    lookbackDays: z.int(),
    /** The steps of the pipelines that its leads are in, then `lost`. `label` is null where the catalogues name it. */
    stages: z.array(z.object({ key: z.string(), label: z.string().nullable() })),
    /** By what its leads want, how many are now at each of `stages`. Small counts are null for who may not see persons. */
    rows: z.array(z.object({ intent: z.enum(INTENTS), counts: z.array(z.int().nullable()), suppressed: z.literal(true).optional() })),
  })
  .meta({ id: 'TurnedInto' });
export type TurnedInto = z.infer<typeof TurnedInto>;
