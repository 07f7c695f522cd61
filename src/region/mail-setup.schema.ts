/** Whether the product can send mails. */
import * as z from 'zod';

/** `from`: the address mails come from. */
export const MailSetup = z.object({ configured: z.boolean(), from: z.string() }).meta({ id: 'MailSetup' });
export type MailSetup = z.infer<typeof MailSetup>;
