/** What waits for a contact person: new leads, follow-ups that are due, leads nobody touched for 30 days. */
import * as z from 'zod';
import { LeadItem } from './lead.schema.ts';
import { FollowUp } from './outcome.schema.ts';

const section = <T extends z.ZodType>(item: T) => z.object({ total: z.int(), items: z.array(item) });

/** Hers, those of whom she substitutes, and the common inbox. Oldest first, at most 50 of each. */
export const Inbox = z
  .object({
    /** Open leads without a first answer. */
    waiting: section(LeadItem),
    followUps: section(FollowUp),
    untouched: section(LeadItem),
    /** Won by hand, outcome not recorded. */
    outcomeMissing: section(LeadItem),
  })
  .meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof Inbox>;
