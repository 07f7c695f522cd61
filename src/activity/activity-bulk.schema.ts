/** Many activities at once: what was done before, with the figures that are known of it. */
import * as z from 'zod';
import { BULK_LIMIT, BulkResult, ClientId } from '../platform/bulk.schema.ts';
import { ActivityInput } from './activity.schema.ts';
import { METRICS } from './metric.schema.ts';

/** `figures` are of the activity's whole period (until today, when it goes on), typed by hand; spend in integer cents. */
export const ActivityRowInput = z
  .strictObject({
    id: ClientId,
    activity: ActivityInput,
    figures: z.partialRecord(z.enum(METRICS), z.int().min(0).max(1e15)).optional(),
  })
  .meta({ id: 'ActivityRowInput' });
export type ActivityRowInput = z.infer<typeof ActivityRowInput>;

/** Each row is an `ActivityRowInput`; rows are checked one by one, so that a wrong one keeps none of the others back. */
export const ActivityRows = z
  .strictObject({
    rows: z
      .array(z.looseObject({ id: ClientId }))
      .min(1)
      .max(BULK_LIMIT),
  })
  .meta({ id: 'ActivityRows' });
export type ActivityRows = z.infer<typeof ActivityRows>;
export const ActivityRowResults = BulkResult.meta({ id: 'ActivityRowResults' });
