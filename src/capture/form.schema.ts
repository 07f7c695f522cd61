/** Contact forms: what the public is asked, in which languages, by whom it is answered. */
import * as z from 'zod';
import { LanguageCode } from '../contact/contact-person.schema.ts';
import { InstantOut, listQuery } from '../platform/page.schema.ts';

/** What a form may ask, in the order in which it asks. E-mail and phone are one question: one of both is enough. */
export const FORM_FIELDS = ['name', 'email', 'phone', 'intent', 'when', 'municipality', 'heardFrom', 'message'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** What a form may call otherwise: its fields, and the one question that e-mail and phone are together. */
export const FORM_LABELS = [...FORM_FIELDS, 'contact'] as const;
export type FormLabel = (typeof FORM_LABELS)[number];

/** The answers to 'How did you hear of us?' that the product knows in every language. */
export const KNOWN_OPTIONS = [
  'friend',
  'employer',
  'instagram',
  'facebook',
  'youtube',
  'tiktok',
  'search_engine',
  'website',
  'newspaper',
  'radio',
  'event',
  'municipality',
  'other',
] as const;

/** Words whose addresses below `/c` lead elsewhere. */
const RESERVED = ['embed', 'notice', 'photo', 'preview', 'new', 'api'];

export const FormSlug = z
  .string()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens')
  .refine((slug) => !RESERVED.includes(slug), { error: 'This word is taken', params: { code: 'reserved_word' } });

/** A field by its key, or with whether it must be filled. Name, and e-mail or phone, are always asked and always needed. */
const FieldChoice = z.strictObject({ field: z.enum(FORM_FIELDS), required: z.boolean() });
export type FieldChoice = z.infer<typeof FieldChoice>;

const words = (longest: number) => z.string().trim().max(longest);
/** What a form says in one language where it differs from the built-in text; empty words count as none. */
export const FormTexts = z.strictObject({
  title: words(120).optional(),
  introduction: words(600).optional(),
  thanks: words(600).optional(),
  /** By field. */
  labels: z.partialRecord(z.enum(FORM_LABELS), words(120)).optional(),
  /** The answers to 'How did you hear of us?', by their keys. */
  options: z.record(z.string().max(40), words(80)).optional(),
});
export type FormTexts = z.infer<typeof FormTexts>;

/** The origin of a site, `https://www.kuusamo.fi`. */
const Site = z
  .string()
  .trim()
  .max(200)
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text) && /^https?:\/\/[a-z0-9.-]+(:\d+)?\/?$/i.test(text), {
    error: 'The address of a site, as https://www.kuusamo.fi',
    params: { code: 'not_a_site' },
  });

const languages = z
  .array(LanguageCode)
  .min(1)
  .max(30)
  .refine((codes) => new Set(codes).size === codes.length, { error: 'A language stands here twice', params: { code: 'twice' } });
const fields = z.array(z.union([z.enum(FORM_FIELDS), FieldChoice])).max(20);
const title = z.union([words(120), z.record(LanguageCode, words(120))]);

export const FormInput = z
  .strictObject({
    slug: FormSlug,
    /** One text is that of the first language. */
    title: title.optional(),
    contactPersonId: z.uuid(),
    /** Touches of those who write through it count for this activity. */
    activityId: z.uuid().nullish(),
    /** Key; without it the one for what the person wants. */
    pipeline: z.string().max(40).nullish(),
    languages,
    fields,
    texts: z.record(LanguageCode, FormTexts).optional(),
    sites: z.array(Site).max(20).optional(),
  })
  .meta({ id: 'FormInput' });
export type FormInput = z.infer<typeof FormInput>;

/** What is absent stays. The address can't change: it is printed and linked. */
export const FormChange = FormInput.omit({ slug: true })
  .extend({ paused: z.boolean(), archived: z.boolean() })
  .partial()
  .meta({ id: 'FormChange' });
export type FormChange = z.infer<typeof FormChange>;

export const Form = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    /** In its first language, as the page shows it. */
    title: z.string(),
    /** The page's address. */
    url: z.string(),
    contactPerson: z.object({ id: z.uuid(), name: z.string(), photo: z.string().nullable() }),
    activity: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    pipeline: z.string().nullable(),
    languages: z.array(z.string()),
    fields: z.array(z.object({ field: z.enum(FORM_FIELDS), required: z.boolean() })),
    texts: z.record(
      z.string(),
      z.object({
        title: z.string().optional(),
        introduction: z.string().optional(),
        thanks: z.string().optional(),
        labels: z.record(z.string(), z.string()).optional(),
        options: z.record(z.string(), z.string()).optional(),
      }),
    ),
    sites: z.array(z.string()),
    paused: z.boolean(),
    archived: z.boolean(),
    /** How many leads have written through it. */
    leads: z.int(),
    createdAt: InstantOut,
  })
  .meta({ id: 'Form' });
export type Form = z.infer<typeof Form>;
/** What of a form its editors change; who writes through it changes nothing of it, nor does a new photo. */
export const FormVersion = Form.omit({ leads: true, contactPerson: true }).extend({ contactPerson: z.object({ id: z.uuid() }) });

export const FormList = z.strictObject({ ...listQuery, archived: z.enum(['true', 'false', 'all']).default('false') });
export type FormList = z.infer<typeof FormList>;

/** The built-in texts of one language, which stand where a form has none of its own. */
export const FormDefaults = z
  .object({
    title: z.string(),
    introduction: z.string(),
    thanks: z.string(),
    labels: z.record(z.string(), z.string()),
    options: z.record(z.string(), z.string()),
    /** Whether the whole page is built in in this language; else what the form does not say is in English. */
    builtIn: z.boolean(),
  })
  .meta({ id: 'FormDefaults' });
export type FormDefaults = z.infer<typeof FormDefaults>;

/** A form as it would be, to be looked at before it is saved. */
export const FormDraft = FormInput.omit({ slug: true }).extend({ language: LanguageCode }).meta({ id: 'FormDraft' });
export type FormDraft = z.infer<typeof FormDraft>;
export const FormPreview = z.object({ html: z.string() }).meta({ id: 'FormPreview' });
