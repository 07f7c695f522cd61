/** Putting a lead off until a later day. */
import * as z from 'zod';
import { Day } from '../platform/page.schema.ts';

/** On `until` it comes back, or as soon as the person writes again. */
export const SnoozeInput = z.strictObject({ until: Day }).meta({ id: 'SnoozeInput' });
export type SnoozeInput = z.infer<typeof SnoozeInput>;

export const Snoozed = z.object({ leadId: z.uuid(), until: z.string() }).meta({ id: 'Snoozed' });
export type Snoozed = z.infer<typeof Snoozed>;
