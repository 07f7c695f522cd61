/** The clicks on an activity's tracked links: by day, by link, and whence they came. */
import * as z from 'zod';
import { Day } from '../platform/page.schema.ts';

/** Days of the region's zone, `to` exclusive; without them over all time. */
export const ClicksQuery = z
  .strictObject({ from: Day.optional(), to: Day.optional() })
  .refine(({ from, to }) => !from || !to || to > from, {
    path: ['to'],
    error: 'It ends before it starts',
    params: { code: 'ends_before_start' },
  })
  .meta({ id: 'ClicksQuery' });
export type ClicksQuery = z.infer<typeof ClicksQuery>;

/** Part of the clicks; `key` null: unknown. A hidden count is null, and so is its share. */
const Slice = z.object({ key: z.string().nullable(), clicks: z.int().nullable(), share: z.number().nullable() });
export type Slice = z.infer<typeof Slice>;

/** Of the activity and its parts, without bots, and repeats within an hour once. */
export const Clicks = z
  .object({
    total: z.int(),
    /** Days with clicks, in order. */
    byDay: z.array(z.object({ day: z.string(), clicks: z.int() })),
    byLink: z.array(z.object({ linkId: z.uuid(), activityId: z.uuid(), code: z.string(), label: z.string().nullable(), clicks: z.int() })),
    /** First language of the browser; small counts are hidden (rule 6), and with few clicks in all no language is told: no rows. */
    languages: z.object({ rows: z.array(Slice), suppressed: z.literal(true).optional() }),
    devices: z.array(Slice),
    /** Hosts, the ten most frequent; null: none told, as from paper or an app. */
    referrers: z.array(Slice),
    /** Different visitors, each counted once a day; null while the region keeps no visitor hash. */
    visitors: z.int().nullable(),
  })
  .meta({ id: 'Clicks' });
export type Clicks = z.infer<typeof Clicks>;
