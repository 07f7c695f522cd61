/** A message that a contact person writes to the person of a lead, sent as a mail in her name. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';

export const MessageInput = z
  .strictObject({ subject: z.string().trim().min(1).max(200), text: z.string().trim().min(1).max(10_000) })
  .meta({ id: 'MessageInput' });
export type MessageInput = z.infer<typeof MessageInput>;

export const MessageSent = z.object({ id: z.uuid(), leadId: z.uuid(), mailId: z.uuid(), at: InstantOut }).meta({ id: 'MessageSent' });
export type MessageSent = z.input<typeof MessageSent>;
