/** Activities: anything the region does to attract people or employers. */
import * as z from 'zod';
import { LanguageCode } from '../contact/contact-person.schema.ts';
import { MunicipalityCode } from '../platform/municipality.schema.ts';
import { Cents, Day, Flag, InstantOut, listQuery, many } from '../platform/page.schema.ts';
import { ChannelKey } from '../region/channel.schema.ts';
import { KINDS, type Kind } from './kind.schema.ts';

export { KINDS, type Kind };
export const AUDIENCES = ['people', 'employers', 'both'] as const;

const HttpUrl = z.url({ protocol: /^https?$/ }).max(2000);

/** What only some kinds know. */
export const Details = z.strictObject({
  /** Influencer video: who made it. */
  creator: z.string().trim().max(120).optional(),
  /** Events and sessions: where and at what time of day (`HH:MM`). */
  venue: z.string().trim().max(160).optional(),
  startsAt: z.iso.time({ precision: -1 }).optional(),
  endsAt: z.iso.time({ precision: -1 }).optional(),
  capacity: z.int().min(0).max(1_000_000).optional(),
});

/** One channel of a campaign, with what differs from the whole. */
export const PartInput = z.strictObject({
  channel: ChannelKey,
  title: z.string().trim().min(2).max(160).optional(),
  costCents: Cents.optional(),
  url: HttpUrl.optional(),
  /** Reach over the part's whole period, when it is known already. */
  reach: z.int().min(0).max(1e12).optional(),
});

const fields = z.strictObject({
  kind: z.enum(KINDS),
  title: z.string().trim().min(2).max(160),
  channel: ChannelKey,
  audience: z.enum(AUDIENCES).optional(),
  startsOn: Day,
  endsOn: Day.nullish(),
  /** Costs outside the ad account, integer cents. */
  costCents: Cents.nullish(),
  contactPersonId: z.uuid({ error: 'Name the contact person' }),
  programmeId: z.uuid().nullish(),
  workPackageId: z.uuid().nullish(),
  partnerId: z.uuid().nullish(),
  parentId: z.uuid().nullish(),
  municipalities: z.array(MunicipalityCode).max(308),
  languages: z.array(LanguageCode).max(20),
  url: HttpUrl.nullish(),
  notes: z.string().trim().max(4000).nullish(),
  details: Details.optional(),
});

const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn?: string | null | undefined }) => !endsOn || endsOn >= startsOn;
const ORDER = { path: ['endsOn'], error: 'It ends before it starts', params: { code: 'ends_before_start' } };

/** `parts`: a campaign's channels, each made as an activity of its own that inherits the rest. */
export const ActivityInput = fields
  .extend({ parts: z.array(PartInput).max(20).optional() })
  .refine(inOrder, ORDER)
  .meta({ id: 'ActivityInput' });
export type ActivityInput = z.infer<typeof ActivityInput>;

/** Kind and contact person stay: the latter changes by hand-over (`PUT …/contact-person`). Null clears. */
export const ActivityChange = fields
  .omit({ kind: true, contactPersonId: true, parentId: true })
  .partial()
  .extend({ archived: z.boolean().optional() })
  .meta({ id: 'ActivityChange' });
export type ActivityChange = z.infer<typeof ActivityChange>;

/** Gives one activity (and its parts) to another contact person; `on` may be an earlier day. */
export const ActivityHandOver = z.strictObject({ contactPersonId: z.uuid(), on: Day.optional() }).meta({ id: 'ActivityHandOver' });
export type ActivityHandOver = z.infer<typeof ActivityHandOver>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** One line of the list. */
export const ActivityItem = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  title: z.string(),
  channel: z.string(),
  audience: z.enum(AUDIENCES),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  costCents: z.int().nullable(),
  contactPerson: Named,
  programme: Named.nullable(),
  municipalities: z.array(z.string()),
  languages: z.array(z.string()),
  parentId: z.uuid().nullable(),
  parts: z.int(),
  /** Gross reach of it and its parts (one source a day, rule 5); null when unknown. */
  grossReach: z.number().nullable(),
  views: z.number().nullable(),
  /** Of it and its parts, cents: imported spend and own costs, fractional where days are cut; null when unknown. The sort by cost goes by it. */
  totalCostCents: z.number().nullable(),
  /** Leads that met it or one of its parts. */
  leads: z.int(),
  archived: z.boolean(),
});
export type ActivityItem = z.infer<typeof ActivityItem>;

export const Activity = ActivityItem.extend({
  workPackage: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
  partner: Named.nullable(),
  parent: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  url: z.string().nullable(),
  notes: z.string().nullable(),
  details: Details,
  /** Who was responsible, and when; the first also for all time before. */
  contactHistory: z.array(z.object({ contactPerson: Named, since: InstantOut, until: InstantOut.nullable() })),
  partList: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      channel: z.string(),
      costCents: z.int().nullable(),
      grossReach: z.number().nullable(),
      views: z.number().nullable(),
      archived: z.boolean(),
    }),
  ),
  organisations: z.array(Named),
  /** Small counts by language are null for who may not see persons (rule 6). */
  attendance: z
    .object({ headcount: z.int().nullable(), byLanguage: z.record(z.string(), z.int().nullable()), suppressed: z.literal(true).optional() })
    .nullable(),
  createdAt: InstantOut,
}).meta({ id: 'Activity' });
export type Activity = z.infer<typeof Activity>;

/** What a version of an activity is made of: its own fields, not what people, clicks and imports make of it meanwhile. */
export const ActivityVersion = Activity.omit({
  leads: true,
  grossReach: true,
  views: true,
  totalCostCents: true,
  parts: true,
  partList: true,
  attendance: true,
});

export const ActivityList = z.strictObject({
  ...listQuery,
  sort: z.enum(['-startsOn', 'startsOn', 'title', '-title', '-costCents', 'costCents', '-grossReach', '-leads']).default('-startsOn'),
  kind: many(z.enum(KINDS)),
  channel: many(ChannelKey),
  contactPerson: many(z.uuid()),
  programme: many(z.uuid()),
  municipality: many(MunicipalityCode),
  /** Activities that have a day in [from, to). */
  from: Day.optional(),
  to: Day.optional(),
  /** On this day (for the quick log: today's event). */
  on: Day.optional(),
  archived: Flag.default(false),
  /** Parts as lines of their own, not within their campaign. */
  parts: Flag.default(false),
});
export type ActivityList = z.infer<typeof ActivityList>;
