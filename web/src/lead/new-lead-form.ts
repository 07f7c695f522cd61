/** The quick log's values and how they become a lead. */
import type { FormErrors } from '@mantine/form';
import { AGE_CLASSES, type LeadInput, LeadInput as LeadInputSchema } from '../../../src/lead/lead.schema.ts';
import { PersonInput } from '../../../src/lead/person.schema.ts';
import type { Intent } from '../../../src/lead/pipeline.schema.ts';
import type { Partner } from '../../../src/region/partner.schema.ts';
import { problemWords, withoutBlanks, zodForm } from '../app/zod-form.ts';
import { instantOf } from '../app/zone-time.ts';
import { howAt, type Met, touchOf } from './met-at.ts';
import { reachOf } from './reach.ts';

export interface NewLeadValues {
  /** Made here, so that sending twice makes one lead. */
  id: string;
  name: string;
  /** Phone or e-mail, or both, as written. */
  reach: string;
  /** The known person whose new wish this is; what she is called and reached by is known. */
  known?: { id: string; name: string } | undefined;
  intent: Intent | null;
  /** Undefined until somebody chose: then today's event may be suggested. */
  met?: Met | null | undefined;
  languages: string[];
  municipality: string | null;
  origin: string | null;
  ageClass: (typeof AGE_CLASSES)[number] | null;
  heardFrom: string[];
  /** The day, when it was not today. */
  on: string | null;
  note: string;
  told: boolean;
  /** Whether they have talked, when the meeting itself does not say so. */
  talked: boolean;
}

export const emptyLead = (id: string): NewLeadValues => ({
  id,
  name: '',
  reach: '',
  intent: null,
  languages: [],
  municipality: null,
  origin: null,
  ageClass: null,
  heardFrom: [],
  on: null,
  note: '',
  told: false,
  talked: true,
});

/** What the next lead of the same event has in common with this one. */
export const nextLead = (id: string, { met, languages }: NewLeadValues): NewLeadValues => ({ ...emptyLead(id), met, languages });

/** Whether anything was written that would be a loss. */
export const isStarted = ({ name, reach, note }: NewLeadValues): boolean => Boolean(name.trim() || reach.trim() || note.trim());

/** A conversation answers her at once; how else she became known does not, unless they have talked. */
export const isConversation = ({ met }: NewLeadValues): boolean => met?.by === 'activity' && howAt(met.kind) === 'conversation';

interface Surroundings {
  timeZone: string;
  today: string;
  /** Whose data it becomes; undefined while that is not known. */
  partner: Partner | undefined;
  /** The note that says that they have talked, when nothing else was noted. */
  talkedNote: string;
}

export function leadInputOf(values: NewLeadValues, { timeZone, today, partner, talkedNote }: Surroundings): Partial<LeadInput> {
  const { id, name, reach, known, intent, met, languages, municipality, origin, ageClass, heardFrom, on, note, told } = values;
  const { email, phone } = reachOf(reach);
  const isContact = !isConversation(values) && values.talked;
  const at = on && on !== today ? instantOf(on, timeZone, '12:00') : undefined;
  return withoutBlanks({
    id,
    person: known ? { id: known.id } : { name, email, phone, languages },
    intent: intent ?? undefined,
    municipality: municipality ?? undefined,
    origin: origin ?? undefined,
    ageClass: ageClass ?? undefined,
    heardFrom,
    touches: met ? [touchOf(met, at)] : [],
    basis: told && partner ? { kind: partner.basis, noticeVersion: partner.noticeVersion, noticeGiven: 'told' as const } : undefined,
    createdAt: at,
    note: isContact ? note.trim() || talkedNote : note,
    contact: isContact || undefined,
  });
}

/** Paths of the body whose field has another name here. */
export const fieldNames = {
  'person.name': 'name',
  'person.email': 'reach',
  'person.phone': 'reach',
  'person.languages': 'languages',
  createdAt: 'on',
  'touches.0.at': 'on',
  'touches.0.activityId': 'met',
  'touches.0.organisation': 'met',
  'touches.0.organisation.name': 'met',
};

/** Errors by the form's own fields. */
export function checkLead(values: NewLeadValues, around: Surroundings): FormErrors {
  const input = leadInputOf(values, around);
  const { person: _, ...ofLead } = zodForm<unknown>(LeadInputSchema)(input);
  const ofPerson = values.known ? {} : zodForm<unknown>(PersonInput)(input.person ?? {});
  const named = Object.entries(ofPerson).map(([path, words]) => [`person.${path}`, words] as const);
  const errors: FormErrors = Object.fromEntries(
    [...Object.entries(ofLead), ...named].map(([path, words]) => [(fieldNames as Record<string, string>)[path] ?? path, words]),
  );
  if (!values.known && reachOf(values.reach).unclear) errors['reach'] = problemWords('phone_or_email');
  if (values.met?.by === 'referral' && !values.met.organisation?.name.trim()) errors['met'] = problemWords('referred_by_whom');
  return errors;
}
