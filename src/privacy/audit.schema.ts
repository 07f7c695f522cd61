/** The audit as an admin reads it: who read or changed what, and when; never what stood there. */
import * as z from 'zod';
import { Day, InstantOut, listQuery } from '../platform/page.schema.ts';

export const AuditList = z.strictObject({
  limit: listQuery.limit,
  cursor: listQuery.cursor,
  /** Everything of this person and her leads. */
  person: z.uuid().optional(),
  lead: z.uuid().optional(),
  user: z.uuid().optional(),
  /** Days, both inclusive. */
  from: Day.optional(),
  to: Day.optional(),
});
export type AuditList = z.infer<typeof AuditList>;

export const AuditEntry = z.object({
  id: z.int(),
  at: InstantOut,
  /** Null: the product itself, or the person through her own page. */
  actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** insert, update, delete, read, export, link */
  action: z.string(),
  table: z.string(),
  rowId: z.string().nullable(),
  columns: z.array(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
