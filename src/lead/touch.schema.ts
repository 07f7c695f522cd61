/** What adding a touch answers. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';
import { HOWS } from './lead.schema.ts';

export const TouchAdded = z
  .object({
    id: z.uuid(),
    leadId: z.uuid(),
    how: z.enum(HOWS),
    activityId: z.uuid().nullable(),
    organisationId: z.uuid().nullable(),
    at: InstantOut,
  })
  .meta({ id: 'TouchAdded' });
export type TouchAdded = z.input<typeof TouchAdded>;
