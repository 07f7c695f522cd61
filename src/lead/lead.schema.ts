/** Leads: one person's interest in the region. */
import * as z from 'zod';
import { MailState } from '../platform/mail/mail.schema.ts';
import { ANSWERED_BY } from './outcome.schema.ts';
import { KINDS } from '../activity/activity.schema.ts';
import { LanguageCode } from '../contact/contact-person.schema.ts';
import { OrganisationRef } from '../organisation/organisation.schema.ts';
import { MunicipalityCode } from '../platform/municipality.schema.ts';
import { Day, Flag, Instant, InstantOut, listQuery, many } from '../platform/page.schema.ts';
import { BASES } from '../region/region.schema.ts';
import { MergeOfLead } from './merge.schema.ts';
import { Person, PersonInput, Restriction } from './person.schema.ts';
import { INTENTS, StageKey } from './pipeline.schema.ts';

export const HOWS = ['link', 'form', 'attendance', 'conversation', 'self_reported', 'import', 'referral', 'own_initiative'] as const;
export type How = (typeof HOWS)[number];
export const AGE_CLASSES = ['under_18', '18_29', '30_44', '45_54', '55_64', '65_plus'] as const;
export const NOTICE_GIVEN = ['shown', 'sent', 'told'] as const;

/** A touch is with an activity, or it is a referral or the person's own initiative. `at` defaults to now. */
export const TouchInput = z
  .strictObject({
    activityId: z.uuid().optional(),
    how: z.enum(HOWS),
    at: Instant.optional(),
    /** Referral: by whom. */
    organisationId: z.uuid().optional(),
    organisation: OrganisationRef.optional(),
  })
  .refine(({ activityId, how }) => (activityId === undefined) === (how === 'referral' || how === 'own_initiative'), {
    path: ['activityId'],
    error: 'A touch has an activity, unless it is a referral or the own initiative',
    params: { code: 'activity_or_none' },
  })
  .meta({ id: 'TouchInput' });
export type TouchInput = z.infer<typeof TouchInput>;

const facts = {
  intent: z.enum(INTENTS),
  municipality: MunicipalityCode.nullish(),
  /** First language; when absent the first of the person's languages. */
  language: LanguageCode.nullish(),
  /** Country of origin, ISO 3166 two letters. */
  origin: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  ageClass: z.enum(AGE_CLASSES).nullish(),
  heardFrom: z.array(z.string().max(40)).max(20).optional(),
};

export const LeadInput = z
  .strictObject({
    /** Made by the client (UUIDv7): a repeat answers the same lead for ever. */
    id: z
      .uuid()
      .refine((id) => !/^([0-]+|[f-]+)$/i.test(id), { error: "This id is nobody's", params: { code: 'empty_id' } })
      .optional(),
    /** A known person (`{ id }`), or a new one. */
    person: z.union([z.strictObject({ id: z.uuid() }), PersonInput]),
    ...facts,
    /** Key; when absent the one for the intent, else the first. */
    pipeline: z.string().max(40).optional(),
    contactPersonId: z.uuid().optional(),
    touches: z.array(TouchInput).max(50).default([]),
    basis: z
      .strictObject({ kind: z.enum(BASES), noticeVersion: z.string().max(20).optional(), noticeGiven: z.enum(NOTICE_GIVEN).optional() })
      .optional(),
    createdAt: Instant.optional(),
    note: z.string().trim().max(4000).optional(),
    /** The note tells of a contact: they have talked, and the person waits for no first answer. */
    contact: z.boolean().optional(),
  })
  .refine(({ contact, note }) => !contact || Boolean(note), {
    path: ['note'],
    error: 'Say what the contact was',
    params: { code: 'required' },
  })
  .meta({ id: 'LeadInput' });
export type LeadInput = z.infer<typeof LeadInput>;

/** `createdAt` may move back (the dialog offers it on `before_creation`), never forward past what happened. */
export const LeadChange = z
  .strictObject({ ...facts, pipeline: z.string().max(40), createdAt: Instant })
  .partial()
  .meta({ id: 'LeadChange' });
export type LeadChange = z.infer<typeof LeadChange>;

/** `at` is an instant, or a day that counts at its end. */
export const When = z.union([Instant, Day]);
export const StageInput = z
  .strictObject({ stage: StageKey, at: When.optional(), reason: z.string().max(40).optional() })
  .refine(({ stage, reason }) => (stage === 'lost') === (reason !== undefined), {
    path: ['reason'],
    error: 'Say why it is lost',
    params: { code: 'reason_needed' },
  })
  .meta({ id: 'StageInput' });
export type StageInput = z.infer<typeof StageInput>;
/** `from`: who is believed to own it (null: nobody); when somebody else does by now, the answer is 409. */
export const OwnerInput = z.strictObject({ contactPersonId: z.uuid(), from: z.uuid().nullish() }).meta({ id: 'OwnerInput' });
export type OwnerInput = z.infer<typeof OwnerInput>;
export const NoteInput = z
  .strictObject({ text: z.string().trim().min(1).max(4000), contact: z.boolean().default(false), at: Instant.optional() })
  .meta({ id: 'NoteInput' });
export type NoteInput = z.infer<typeof NoteInput>;
export const VoidInput = z.strictObject({ reason: z.string().trim().min(2).max(400) }).meta({ id: 'VoidInput' });
export type VoidInput = z.infer<typeof VoidInput>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** One line of a list, for who may see the person. */
export const LeadItem = z.object({
  id: z.uuid(),
  person: Person,
  intent: z.enum(INTENTS),
  pipeline: z.string(),
  stage: z.string(),
  lostReason: z.string().nullable(),
  municipality: z.string().nullable(),
  language: z.string().nullable(),
  owner: Named.nullable(),
  createdAt: InstantOut,
  /** Last touch, stage, note or mail. */
  touchedAt: InstantOut,
  /** First entry by a contact person; null while she waits for an answer. */
  respondedAt: InstantOut.nullable(),
  closedAt: InstantOut.nullable(),
  /** The day by whose end a first answer is in time, by the region's response target; null when she does not wait for one. */
  replyDue: z.string().nullable(),
  /** Where it began: the first touch. */
  source: z
    .object({
      how: z.enum(HOWS),
      activity: z.object({ id: z.uuid(), title: z.string(), channel: z.string(), kind: z.enum(KINDS) }).nullable(),
    })
    .nullable(),
  /** Won by hand, its outcome not recorded yet. */
  outcomeMissing: z.boolean(),
});
export type LeadItem = z.infer<typeof LeadItem>;

export const LEAD_EVENTS = ['created', 'touch', 'stage', 'owner', 'note', 'message', 'outcome', 'follow_up', 'basis'] as const;
/** One line of a lead's story. Only what its type knows is there. */
export const TimelineEntry = z.object({
  id: z.uuid(),
  type: z.enum(LEAD_EVENTS),
  at: InstantOut,
  actor: z.string().nullable(),
  voided: z.object({ reason: z.string(), at: InstantOut, actor: z.string().nullable() }).nullable(),
  touch: z
    .object({
      how: z.enum(HOWS),
      activity: z.object({ id: z.uuid(), title: z.string(), channel: z.string(), kind: z.enum(KINDS) }).nullable(),
      organisation: Named.nullable(),
    })
    .optional(),
  stage: z.object({ stage: z.string(), reason: z.string().nullable() }).optional(),
  owner: z.object({ from: Named.nullable(), to: Named.nullable(), controllerChanged: z.boolean() }).optional(),
  note: z.object({ text: z.string(), contact: z.boolean() }).optional(),
  /** A mail to the person: its subject and words, and how far it has come. */
  message: z.object({ text: z.string(), state: MailState }).optional(),
  outcome: z
    .object({
      type: z.string(),
      day: z.string(),
      municipality: z.string(),
      adults: z.int().nullable(),
      children: z.int().nullable(),
      residence: z.string().nullable(),
      organisation: Named.nullable(),
    })
    .optional(),
  followUp: z
    .object({
      months: z.int(),
      status: z.string(),
      day: z.string(),
      cameAnyway: z.string().nullable(),
      note: z.string().nullable(),
      answeredBy: z.enum(ANSWERED_BY),
    })
    .optional(),
  basis: z.object({ kind: z.enum(BASES), noticeVersion: z.string().nullable(), noticeGiven: z.enum(NOTICE_GIVEN).nullable() }).optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const FollowUpOfLead = z.object({
  id: z.uuid(),
  outcomeId: z.uuid().nullable(),
  months: z.int(),
  dueOn: z.string(),
  answered: z.boolean(),
  cancelled: z.boolean(),
});

/** Another lead or person this may be the same as. Outside one's view only its owner's name is told. */
export const PossibleDuplicate = z.object({
  leadId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  name: z.string().nullable(),
  owner: z.string().nullable(),
  why: z.enum(['email', 'phone', 'name']),
  createdAt: InstantOut.nullable(),
});
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>;

export const Lead = LeadItem.extend({
  origin: z.string().nullable(),
  ageClass: z.enum(AGE_CLASSES).nullable(),
  heardFrom: z.array(z.string()),
  /** Responsible for the activity of the first touch at that time; who owns it; who closed it. */
  sourcedBy: Named.nullable(),
  closedBy: Named.nullable(),
  partner: Named,
  restriction: Restriction.nullable(),
  /** When the words of it were erased: nothing is written to it any more, and what stays is counted. */
  erasedAt: InstantOut.nullable(),
  /** What the person wrote last in a form; null when she wrote nothing, or while her data may not be used. */
  words: z.string().nullable(),
  deleteAfter: z.string(),
  timeline: z.array(TimelineEntry),
  followUps: z.array(FollowUpOfLead),
  otherLeads: z.array(z.object({ id: z.uuid(), intent: z.enum(INTENTS), pipeline: z.string(), stage: z.string(), createdAt: InstantOut })),
  possibleDuplicates: z.array(PossibleDuplicate),
  /** What was merged into it and its person, the newest first. */
  merges: z.array(MergeOfLead),
}).meta({ id: 'Lead' });
export type Lead = z.infer<typeof Lead>;

export const LeadList = z.strictObject({
  ...listQuery,
  sort: z.enum(['-createdAt', 'createdAt', 'name', '-touchedAt', 'touchedAt']).default('-createdAt'),
  pipeline: z.string().max(40).optional(),
  stage: many(z.string().max(40)),
  intent: many(z.enum(INTENTS)),
  municipality: many(MunicipalityCode),
  language: many(LanguageCode),
  /** Contact person's id, `me`, or `none` for the common inbox. */
  owner: z.string().max(40).optional(),
  activity: z.uuid().optional(),
  open: Flag.optional(),
  /** Waiting for a first answer. */
  waiting: Flag.optional(),
  /** Open and untouched for 30 days. */
  untouched: Flag.optional(),
  createdFrom: Day.optional(),
  createdTo: Day.optional(),
});
export type LeadList = z.infer<typeof LeadList>;

/** Looks for the same person before a lead is saved. */
export const DuplicateQuery = z.strictObject({
  name: z.string().max(160).optional(),
  email: z.string().max(254).optional(),
  phone: z.string().max(40).optional(),
  municipality: z.string().max(3).optional(),
});
export type DuplicateQuery = z.infer<typeof DuplicateQuery>;

/** The board: per stage how many, and the newest of each. */
export const BoardQuery = z.strictObject({
  pipeline: z.string().max(40).optional(),
  owner: z.string().max(40).optional(),
  q: z.string().trim().max(200).optional(),
});
export type BoardQuery = z.infer<typeof BoardQuery>;
export const Board = z
  .object({
    pipeline: z.string(),
    columns: z.array(z.object({ stage: z.string(), label: z.string(), total: z.int(), items: z.array(LeadItem) })),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;
