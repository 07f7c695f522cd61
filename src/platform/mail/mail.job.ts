/** The jobs of the mail: one sends a mail, one looks every minute for those that a crash or a failure left behind. */
import * as z from 'zod';
import { defineJob } from '../job-queue.ts';

export const SendMail = defineJob({ name: 'mail.send', payload: z.object({ regionId: z.uuid(), mailId: z.uuid() }) });
export const SweepMails = defineJob({ name: 'mail.sweep', payload: z.object({}), schedule: '* * * * *' });
