/** A form as it is edited, and as the contract wants it. */
import { FORM_FIELDS, type Form, type FormField, type FormInput, type FormTexts } from '../../../src/capture/form.schema.ts';

/** The texts of one language, none of them absent. */
export interface EditedTexts {
  title: string;
  introduction: string;
  thanks: string;
  labels: Record<string, string>;
  options: Record<string, string>;
}

export interface FormValues {
  slug: string;
  contactPersonId: string | null;
  activityId: string | null;
  pipeline: string | null;
  languages: string[];
  asked: FormField[];
  required: FormField[];
  texts: Record<string, EditedTexts>;
  sites: string[];
}

export const noTexts: EditedTexts = { title: '', introduction: '', thanks: '', labels: {}, options: {} };

/** What a form asks at first: short, because each question loses somebody. */
const FIRST: FormField[] = ['name', 'email', 'phone', 'intent', 'municipality', 'heardFrom', 'message'];

export const newValues = (languages: string[], contactPersonId: string | null): FormValues => ({
  slug: '',
  contactPersonId,
  activityId: null,
  pipeline: null,
  languages,
  asked: FIRST,
  required: ['name', 'intent'],
  texts: {},
  sites: [],
});

export const valuesOf = (form: Form): FormValues => ({
  slug: form.slug,
  contactPersonId: form.contactPerson.id,
  activityId: form.activity?.id ?? null,
  pipeline: form.pipeline,
  languages: form.languages,
  asked: form.fields.map(({ field }) => field),
  required: form.fields.filter(({ required }) => required).map(({ field }) => field),
  texts: Object.fromEntries(Object.entries(form.texts).map(([language, texts]) => [language, { ...noTexts, ...texts } as EditedTexts])),
  sites: form.sites,
});

/** Without its address, which only a new form says. */
export const bodyOf = ({
  contactPersonId,
  activityId,
  pipeline,
  languages,
  asked,
  required,
  texts,
  sites,
}: FormValues): Omit<FormInput, 'slug'> => ({
  contactPersonId: contactPersonId ?? '',
  activityId,
  pipeline,
  languages,
  fields: FORM_FIELDS.filter((field) => asked.includes(field)).map((field) => ({ field, required: required.includes(field) })),
  texts: Object.fromEntries(languages.flatMap((language) => (texts[language] ? [[language, texts[language] as FormTexts]] : []))),
  sites,
});
