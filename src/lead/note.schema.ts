/** What writing a note answers. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';

export const NoteAdded = z.object({ id: z.uuid(), leadId: z.uuid(), contact: z.boolean(), at: InstantOut }).meta({ id: 'NoteAdded' });
export type NoteAdded = z.input<typeof NoteAdded>;
