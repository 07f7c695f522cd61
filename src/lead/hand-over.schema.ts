/** What a hand-over asks for and answers. */
import * as z from 'zod';
import { Day } from '../platform/page.schema.ts';

/** `on`: an earlier day the activities change hands; never a future one. */
export const HandOver = z.strictObject({ to: z.uuid(), on: Day.optional() }).meta({ id: 'HandOver' });
export type HandOver = z.infer<typeof HandOver>;

/** How many were moved. `controllerChanged`: personal data went to another partner, which is logged as such. */
export const HandedOver = z
  .object({ activities: z.int(), leads: z.int(), followUps: z.int(), forms: z.int(), controllerChanged: z.boolean() })
  .meta({ id: 'HandedOver' });
export type HandedOver = z.infer<typeof HandedOver>;
