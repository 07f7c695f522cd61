/** What the addresses of the activities' pages keep: the list's filters, what a new one starts from, that one was just made. */
import { z } from 'zod';
import { KINDS } from '../../../src/activity/kind.schema.ts';

const text = z.string().max(200).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const on = z.literal(true).optional().catch(undefined);
/** Several keys, or one by itself; a code of digits may have become a number on its way. */
const keys = (digits = 0) =>
  z
    .preprocess(
      (value) =>
        value === undefined
          ? undefined
          : (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'number' ? String(one).padStart(digits, '0') : one)),
      z.array(z.string().max(60)).min(1).max(50).optional(),
    )
    .catch(undefined);

export const activitySorts = ['-startsOn', 'startsOn', 'title', '-title', '-grossReach', '-leads', '-costCents', 'costCents'] as const;

export const ActivitySearch = z.object({
  q: text,
  sort: z.enum(activitySorts).optional().catch(undefined),
  kind: keys().transform((kinds) => kinds?.filter((kind) => (KINDS as readonly string[]).includes(kind))),
  channel: keys(),
  contactPerson: keys(),
  programme: keys(),
  municipality: keys(3),
  from: day,
  /** Exclusive, as in the API. */
  to: day,
  archived: on,
});
export type ActivitySearch = z.infer<typeof ActivitySearch>;

/** Another like one that is there, or one more channel of a campaign. */
export const NewActivitySearch = z.object({ like: text, parent: text });
export type NewActivitySearch = z.infer<typeof NewActivitySearch>;

/** It was just registered: the page says what usually follows. */
export const ActivityPageSearch = z.object({ made: on });
export type ActivityPageSearch = z.infer<typeof ActivityPageSearch>;
