/** The kinds of mails there are, and how far a mail has come. */
import * as z from 'zod';

export const MAIL_KINDS = [
  /** A contact person writes to a person. */
  'message',
  /** To who wrote by a form: it has arrived. */
  'receipt',
  /** To a contact person: somebody new. */
  'lead_notice',
  /** To a contact person: what is due today. */
  'reminder',
  /** To a person: still here? */
  'follow_up',
  /** To a contact person: whose data will be deleted. */
  'deletion_notice',
  /** To a person: what is kept about her was changed. */
  'data_notice',
] as const;
export const MailKind = z.enum(MAIL_KINDS);
export type MailKind = z.infer<typeof MailKind>;

/** Kept: no mail server was set up when it was written. Failed: given up, with its reason. */
export const MailState = z.enum(['waiting', 'sent', 'kept', 'failed']);
export type MailState = z.infer<typeof MailState>;
