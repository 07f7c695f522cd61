/** Contact persons: the public profiles at the tip of the funnel. */
import * as z from 'zod';
import { Email } from '../access/session.schema.ts';
import { MunicipalityCode } from '../platform/municipality.schema.ts';
import { Day, listQuery, many } from '../platform/page.schema.ts';

/** ISO 639 code, as `fi` or `uk`. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}$/, 'A language code of two or three letters');
/** A phone number as people write it; the formats are many, the digits are enough. */
export const Phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[\d\s()./-]{5,}$/, 'A phone number');

export const Profile = z.strictObject({
  title: z.string().trim().max(120).optional(),
  phone: Phone.optional(),
  languages: z.array(LanguageCode).max(20).default([]),
  municipalities: z.array(MunicipalityCode).max(308).default([]),
});
export type Profile = z.infer<typeof Profile>;

/** A profile without sign-in: a former contact person, or one not yet invited. */
export const ContactPersonInput = Profile.extend({
  name: z.string().trim().min(2).max(120),
  email: Email.optional(),
  partnerId: z.uuid().optional(),
}).meta({ id: 'ContactPersonInput' });
export type ContactPersonInput = z.infer<typeof ContactPersonInput>;
/** Null clears. Without the input's defaults: what is not sent stays as it is. */
export const ContactPersonChange = z
  .strictObject({
    name: ContactPersonInput.shape.name,
    title: Profile.shape.title.unwrap().nullable(),
    phone: Phone.nullable(),
    email: Email.nullable(),
    languages: Profile.shape.languages.unwrap(),
    municipalities: Profile.shape.municipalities.unwrap(),
    partnerId: z.uuid(),
  })
  .partial()
  .meta({ id: 'ContactPersonChange' });
export type ContactPersonChange = z.infer<typeof ContactPersonChange>;

/** Days inclusive. `from: null` ends a present or coming absence. */
export const Away = z
  .strictObject({ from: Day.nullable(), to: Day.nullish(), substituteId: z.uuid().optional() })
  .refine(({ from, to }) => !from || (to && to >= from), {
    path: ['to'],
    error: 'It ends before it starts',
    params: { code: 'ends_before_start' },
  })
  .meta({ id: 'Away' });
export type Away = z.infer<typeof Away>;

export const ContactPerson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    title: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    languages: z.array(z.string()),
    municipalities: z.array(z.string()),
    partner: z.object({ id: z.uuid(), name: z.string() }),
    /** Whether she can sign in. */
    signsIn: z.boolean(),
    /** The present absence, or the next one. */
    away: z.object({ from: z.string(), to: z.string(), substitute: z.object({ id: z.uuid(), name: z.string() }).nullable() }).nullable(),
    left: z.boolean(),
    /** Version of her photo, if there is one. */
    photo: z.string().nullable(),
    /** What she holds now: present activities, open leads, unanswered follow-ups; told to herself and to admins only. */
    holds: z.object({ activities: z.int(), leads: z.int(), followUps: z.int() }).nullable(),
  })
  .meta({ id: 'ContactPerson' });
export type ContactPerson = z.infer<typeof ContactPerson>;

/** What a version of her profile is made of: not how much she holds, which others change all day. */
export const ContactPersonVersion = ContactPerson.omit({ holds: true, signsIn: true });

/** What she may change of her own profile; her name and partner are the admin's. */
export const OwnProfileChange = ContactPersonChange.pick({
  title: true,
  phone: true,
  email: true,
  languages: true,
  municipalities: true,
}).meta({
  id: 'OwnProfileChange',
});
export type OwnProfileChange = z.infer<typeof OwnProfileChange>;

/** `left`: those who left, those who did not, or both. */
export const ContactPersonList = z.strictObject({
  ...listQuery,
  sort: z.enum(['name', '-name']).default('name'),
  left: z.enum(['true', 'false', 'all']).default('false'),
});
export type ContactPersonList = z.infer<typeof ContactPersonList>;

/** What an activity is about, as far as known. */
export const SuggestQuery = z.strictObject({
  municipality: many(MunicipalityCode),
  language: many(LanguageCode),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SuggestQuery = z.infer<typeof SuggestQuery>;

/** A contact person who fits, and why: `municipality` and `language` when she has one of those asked for, `away` when she is not there today. */
export const Suggestion = z
  .object({
    id: z.uuid(),
    name: z.string(),
    title: z.string().nullable(),
    partner: z.object({ id: z.uuid(), name: z.string() }),
    languages: z.array(z.string()),
    municipalities: z.array(z.string()),
    why: z.array(z.enum(['municipality', 'language', 'away'])),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof Suggestion>;
