/** What waits for a contact person: the common inbox, new leads, who wrote again, follow-ups that are due, leads that came back or were forgotten. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';
import { LeadItem } from './lead.schema.ts';
import { FollowUp } from './outcome.schema.ts';

const section = <T extends z.ZodType>(item: T) => z.object({ total: z.int(), items: z.array(item) });

/**
 * `snoozedUntil`: she put it off until this day; `returned`: and it has come back, on its day or because the person wrote again;
 * `words`: what the person wrote last in a form, while no contact person has answered it.
 */
export const InboxLead = LeadItem.extend({ snoozedUntil: z.string().nullable(), returned: z.boolean(), words: z.string().nullable() }).meta(
  {
    id: 'InboxLead',
  },
);
export type InboxLead = z.infer<typeof InboxLead>;

/** `since`: her first word that no contact person has met with an entry; `text`: the newest of what she wrote, or what she corrected herself. */
export const WroteAgainLead = InboxLead.extend({
  wroteAgain: z.object({ since: InstantOut, text: z.string().nullable() }),
}).meta({ id: 'WroteAgainLead' });
export type WroteAgainLead = z.infer<typeof WroteAgainLead>;

/** Hers and of those whom she stands in for (their owner tells); nothing stands in it twice. At most 50 of each. */
export const Inbox = z
  .object({
    /** Working days after the day of creation by whose end a first answer is in time. */
    targetDays: z.int(),
    /** Open leads without an owner, for whoever takes them; the oldest first. */
    common: section(InboxLead),
    /** Open leads without a first answer, the oldest first. */
    waiting: section(InboxLead),
    /** Open, answered before, and the person wrote again, until a contact person writes anything about it. The longest waiting first. */
    wroteAgain: section(WroteAgainLead),
    followUps: section(FollowUp),
    /** Answered leads that she put off and that have come back, until she does something about them. */
    returned: section(InboxLead),
    /** Open, answered, and untouched for 30 days. */
    untouched: section(InboxLead),
    /** Won by hand, outcome not recorded. */
    outcomeMissing: section(InboxLead),
    /** What she put off: in no other part until it comes back. The next to come first. */
    snoozed: section(InboxLead),
  })
  .meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof Inbox>;

/** An event of the inbox's stream. `leads`: those that changed; null: anything may have changed. */
export const InboxEvent = z.object({ leads: z.array(z.uuid()).nullable() });
export type InboxEvent = z.infer<typeof InboxEvent>;
