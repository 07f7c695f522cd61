/** When a contact person is reminded by mail of what waits for her. */
import * as z from 'zod';

/** The hour of the region's day, 6–20; null: not at all. */
export const ReminderChoice = z.strictObject({ hour: z.int().min(6).max(20).nullable() }).meta({ id: 'ReminderChoice' });
export type ReminderChoice = z.infer<typeof ReminderChoice>;
