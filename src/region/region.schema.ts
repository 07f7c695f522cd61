/** A region: its first setting up, its facts and settings. */
import * as z from 'zod';
import { Email, Password } from '../access/session.schema.ts';
import { Color } from '../platform/color.schema.ts';
import { MunicipalityCode } from '../platform/municipality.schema.ts';

/** The lawful bases of rule 9. */
export const BASES = ['public_task', 'legitimate_interest', 'contract', 'consent'] as const;
export type BasisKind = (typeof BASES)[number];

export const LOCALES = ['fi', 'en', 'sv'] as const;

const slug = z
  .string()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens')
  .refine((value) => !['new', 'demo', 'setup', 'api', 'all'].includes(value), {
    error: 'This word is taken',
    params: { code: 'reserved_word' },
  });

const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { error: 'No such time zone', params: { code: 'unknown_time_zone' } },
);

export const NewRegion = z.strictObject({
  name: z.string().trim().min(2).max(80),
  slug,
  locale: z.enum(LOCALES),
  timeZone: timeZone.default('Europe/Helsinki'),
  municipalities: z.array(MunicipalityCode).min(1).max(308),
});
export const NewAdmin = z.strictObject({ name: z.string().trim().min(2).max(120), email: Email, password: Password });

/** Makes a region with one partner of its name, and its first admin. */
export const SetUp = z.strictObject({ region: NewRegion, admin: NewAdmin }).meta({ id: 'SetUp' });
export type SetUp = z.infer<typeof SetUp>;
/** Loads the Koillismaa demo. Without admin it answers with a session of a demo user. */
export const SetUpDemo = z.strictObject({ admin: NewAdmin.optional() }).meta({ id: 'SetUpDemo' });
export type SetUpDemo = z.infer<typeof SetUpDemo>;

/** Whether setting up is still open, and how far the demo has come while it loads. */
export const SetUpState = z
  .object({ open: z.boolean(), demo: z.boolean(), loading: z.object({ done: z.int(), total: z.int() }).nullable() })
  .meta({ id: 'SetUpState' });
export type SetUpState = z.infer<typeof SetUpState>;

export const Region = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    demo: z.boolean(),
    municipalities: z.array(z.string()),
    /** Counts of people below this are hidden. */
    smallNumber: z.int(),
    /** A lead's data is kept this long after the last contact. */
    retentionMonths: z.int(),
    /** Finnish working days after the day of creation by whose end a first reply is in time. */
    responseDays: z.int(),
    /** Whether persons are asked by mail when a follow-up falls due. */
    followUpsByMail: z.boolean(),
    /** Whether clicks on tracked links are kept with a hash of their visitor that changes daily. */
    visitorHash: z.boolean(),
    /** `#rrggbb`, for QR codes and public pages; null is the product's. */
    color: z.string().nullable(),
  })
  .meta({ id: 'Region' });
export type Region = z.infer<typeof Region>;

export const RegionChange = z
  .strictObject({
    name: NewRegion.shape.name,
    locale: NewRegion.shape.locale,
    timeZone,
    municipalities: NewRegion.shape.municipalities,
    smallNumber: z.int().min(2).max(50),
    retentionMonths: z.int().min(1).max(120),
    responseDays: z.int().min(1).max(10),
    followUpsByMail: z.boolean(),
    visitorHash: z.boolean(),
    color: Color.nullable(),
  })
  .partial()
  .meta({ id: 'RegionChange' });
export type RegionChange = z.infer<typeof RegionChange>;
