/** Whether the product can send mails. */
import * as z from 'zod';

/**
 * `from`: the address mails come from. `linksWork`: whether links in mails open anywhere else than on the server's own machine, that is,
 * whether the service knows its public address. `languages`: those in which mails can close; to others they close in the region's.
 */
export const MailSetup = z
  .object({ configured: z.boolean(), from: z.string(), linksWork: z.boolean(), languages: z.array(z.string()) })
  .meta({ id: 'MailSetup' });
export type MailSetup = z.infer<typeof MailSetup>;
