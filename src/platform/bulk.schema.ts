/** Many rows in one request, each with its own answer. */
import * as z from 'zod';

export const BULK_LIMIT = 500;

/** Made by the client (UUIDv7): a repeat has no second effect. */
export const ClientId = z
  .uuid()
  .refine((id) => !/^([0-]+|[f-]+)$/i.test(id), { error: "This id is nobody's", params: { code: 'empty_id' } })
  .toLowerCase();

/** What became of a row: written now, written by an earlier request, or refused with its reasons; paths are within the row. */
export const RowResult = z.object({
  id: z.uuid(),
  state: z.enum(['saved', 'repeated', 'refused']),
  problem: z
    .object({
      status: z.int(),
      code: z.string(),
      detail: z.string(),
      issues: z.array(z.object({ path: z.string(), message: z.string(), code: z.string() })),
    })
    .nullable(),
});
export type RowResult = z.infer<typeof RowResult>;

/** In the order of the rows. */
export const BulkResult = z.object({ items: z.array(RowResult) });
