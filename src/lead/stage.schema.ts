/** What moving a lead answers: what was written, and where the lead stands now. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';

/** Where a lead stands. `outcomeMissing`: won by hand, its outcome not recorded yet. */
export const Standing = z.object({
  stage: z.string(),
  lostReason: z.string().nullable(),
  closedAt: InstantOut.nullable(),
  outcomeMissing: z.boolean(),
});
export type Standing = z.input<typeof Standing>;

/** `stage` was written at `at`; `lead` may stand elsewhere when a later stage is known. */
export const StageChanged = z
  .object({ id: z.uuid(), leadId: z.uuid(), stage: z.string(), reason: z.string().nullable(), at: InstantOut, lead: Standing })
  .meta({ id: 'StageChanged' });
export type StageChanged = z.input<typeof StageChanged>;
