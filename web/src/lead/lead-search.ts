/** What the addresses of the leads' pages keep: the list's filters, the board's view. */
import { z } from 'zod';

const text = z.string().max(200).optional().catch(undefined);
const texts = z.array(z.string().max(60)).max(50).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const on = z.literal(true).optional().catch(undefined);

export const leadSorts = ['-createdAt', 'createdAt', '-touchedAt', 'touchedAt', 'name'] as const;

export const LeadSearch = z.object({
  q: text,
  sort: z.enum(leadSorts).optional().catch(undefined),
  pipeline: text,
  stage: texts,
  intent: texts,
  municipality: texts,
  language: texts,
  /** `me`, `none`, or a contact person's id. */
  owner: text,
  activity: text,
  open: on,
  waiting: on,
  untouched: on,
  /** Days of creation, both inclusive. */
  createdFrom: day,
  createdTo: day,
});
export type LeadSearch = z.infer<typeof LeadSearch>;

export const BoardSearch = z.object({ q: text, pipeline: text, owner: text });
export type BoardSearch = z.infer<typeof BoardSearch>;

/** Another lead is logged after one was saved: what they have in common is taken along. */
export const NewLeadSearch = z.object({
  activity: text,
  /** One that waits on this device, to be corrected. */
  entry: text,
});
export type NewLeadSearch = z.infer<typeof NewLeadSearch>;
