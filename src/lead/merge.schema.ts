/** Merging: one person known twice becomes one, and what was one wish becomes one lead. Nothing is deleted; for 30 days it can be undone. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';

/** For so many days of 24 hours a merge can be undone. */
export const UNDO_DAYS = 30;
const MOST = 20;

/**
 * Whose name, e-mail and phone are shown from now on, by the id of one of the persons. What is absent is the kept one's, or where she
 * has none the first merged one's that has. Languages are those of all.
 */
export const Shown = z.strictObject({ name: z.uuid(), email: z.uuid(), phone: z.uuid() }).partial().meta({ id: 'Shown' });
export type Shown = z.infer<typeof Shown>;

/** Leads of one pipeline and one wish become the kept lead; one that wants something else stays a lead of its own, of the same person. */
export const LeadMergeInput = z
  .strictObject({ keep: z.uuid(), merge: z.array(z.uuid()).min(1).max(MOST), show: Shown.default({}) })
  .meta({ id: 'LeadMergeInput' });
export type LeadMergeInput = z.infer<typeof LeadMergeInput>;

/** The persons become one; of their leads only those named in `leads` do. */
export const PersonMergeInput = LeadMergeInput.extend({
  leads: z
    .array(z.strictObject({ keep: z.uuid(), merge: z.array(z.uuid()).min(1).max(MOST) }))
    .max(MOST)
    .default([]),
}).meta({ id: 'PersonMergeInput' });
export type PersonMergeInput = z.infer<typeof PersonMergeInput>;

/** What was done. `id` undoes it. */
export const Merged = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    /** The kept lead; null when only persons were merged. */
    leadId: z.uuid().nullable(),
    /** Persons and leads that are read through the kept ones from now on. */
    persons: z.array(z.uuid()),
    leads: z.array(z.uuid()),
    /** Leads that were named but want something else: they stay leads of their own. */
    apart: z.array(z.uuid()),
    undoUntil: InstantOut,
  })
  .meta({ id: 'Merged' });
export type Merged = z.infer<typeof Merged>;

/** What stands by itself again. */
export const Unmerged = z
  .object({ id: z.uuid(), personId: z.uuid(), leadId: z.uuid().nullable(), persons: z.array(z.uuid()), leads: z.array(z.uuid()) })
  .meta({ id: 'Unmerged' });
export type Unmerged = z.infer<typeof Unmerged>;

/** A merge as the kept lead's page tells it. */
export const MergeOfLead = z.object({
  id: z.uuid(),
  at: InstantOut,
  actor: z.string().nullable(),
  /** Leads that are read as this one. */
  leads: z.array(z.uuid()),
  /** Persons who are read as this one, by the names they had. */
  persons: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Null when the time to undo it is over. */
  undoUntil: InstantOut.nullable(),
});
export type MergeOfLead = z.infer<typeof MergeOfLead>;
