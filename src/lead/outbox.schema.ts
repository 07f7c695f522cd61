/** The outbox: what the product wrote by mail, to whom, and how far it has come. */
import * as z from 'zod';
import { MailKind, MailState } from '../platform/mail/mail.schema.ts';
import { InstantOut, listQuery, many } from '../platform/page.schema.ts';

/** One mail. Where its person is not for these eyes, or was erased, nobody is named: `hidden`, or all words null. */
export const OutboxItem = z
  .object({
    id: z.uuid(),
    kind: MailKind,
    state: MailState,
    to: z.object({ name: z.string(), email: z.string() }).nullable(),
    subject: z.string().nullable(),
    hidden: z.boolean(),
    attempts: z.int(),
    /** Why it was not taken: a code of the mail server or of the connection. */
    lastError: z.string().nullable(),
    createdAt: InstantOut,
    sentAt: InstantOut.nullable(),
    /** When it is tried again. */
    nextAt: InstantOut.nullable(),
  })
  .meta({ id: 'OutboxItem' });
export type OutboxItem = z.infer<typeof OutboxItem>;

export const OutboxMail = OutboxItem.extend({
  text: z.string().nullable(),
  replyTo: z.string().nullable(),
  leadId: z.uuid().nullable(),
}).meta({
  id: 'OutboxMail',
});
export type OutboxMail = z.infer<typeof OutboxMail>;

export const OutboxList = z.strictObject({ ...listQuery, state: many(MailState), kind: many(MailKind) });
export type OutboxList = z.infer<typeof OutboxList>;
