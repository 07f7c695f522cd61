/** Many leads at once: rows of a spreadsheet after an event. */
import * as z from 'zod';
import { BULK_LIMIT, BulkResult, ClientId } from '../platform/bulk.schema.ts';
import { DuplicateQuery, LeadInput, PossibleDuplicate, TouchInput } from './lead.schema.ts';

/** A row that meets a lead known already: one more touch of it, and perhaps a note of what was said. `id` is the touch's. */
export const KnownLeadRow = z
  .strictObject({ id: ClientId, leadId: z.uuid(), touch: TouchInput, note: z.string().trim().min(1).max(4000).optional() })
  .meta({ id: 'KnownLeadRow' });
export type KnownLeadRow = z.infer<typeof KnownLeadRow>;

/**
 * Each row is a `LeadInput` or a `KnownLeadRow` with an id made by the client. Rows are checked one by one, so that a wrong one
 * keeps none of the others back.
 */
export const LeadRows = z
  .strictObject({
    rows: z
      .array(z.looseObject({ id: ClientId }))
      .min(1)
      .max(BULK_LIMIT),
  })
  .meta({ id: 'LeadRows' });
export type LeadRows = z.infer<typeof LeadRows>;

/** Which of the two a row is, and whether it is right. */
export const leadRowSchema = (row: object): typeof KnownLeadRow | typeof LeadInput => ('leadId' in row ? KnownLeadRow : LeadInput);

export const LeadRowResults = BulkResult.meta({ id: 'LeadRowResults' });

/** Who may be the same person as each of many, by their place in the list. */
export const DuplicateQueries = z.strictObject({ rows: z.array(DuplicateQuery).min(1).max(BULK_LIMIT) }).meta({ id: 'DuplicateQueries' });
export type DuplicateQueries = z.infer<typeof DuplicateQueries>;
export const DuplicateLists = z.object({ items: z.array(z.array(PossibleDuplicate)) }).meta({ id: 'DuplicateLists' });
