/** Personal data of one person: on which ground it is kept and how long, and what she may ask for (rule 9). */
import * as z from 'zod';
import { NOTICE_GIVEN } from '../lead/lead.schema.ts';
import { RESTRICTION_CAUSES } from '../lead/person.schema.ts';
import { InstantOut, listQuery } from '../platform/page.schema.ts';
import { BASES } from '../region/region.schema.ts';

/** Why an erasure was asked for. Other words are taken and not kept: they may tell who she is. */
export const ERASURE_REASONS = ['asked', 'objection', 'mistake', 'spam', 'retention', 'other'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export const EraseInput = z.strictObject({ reason: z.string().trim().min(2).max(400) }).meta({ id: 'EraseInput' });
export type EraseInput = z.infer<typeof EraseInput>;

/** A programme whose evidence she is, until its day. */
const Evidence = z.object({ programme: z.string(), keepUntil: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** Erased, or restricted until the day on which it will be. */
export const Erased = z
  .object({ erased: z.boolean(), restrictedUntil: z.string().nullable(), evidence: z.array(Evidence) })
  .meta({ id: 'Erased' });
export type Erased = z.infer<typeof Erased>;

export const OBJECTION_DECISIONS = ['upheld', 'rejected'] as const;
/** Upheld: she is erased. Rejected: with the compelling grounds (Article 21), which are mailed to her. */
export const DecisionInput = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('upheld') }),
    z.strictObject({ decision: z.literal('rejected'), reason: z.string().trim().min(10).max(4000) }),
  ])
  .meta({ id: 'DecisionInput' });
export type DecisionInput = z.infer<typeof DecisionInput>;

export const Objection = z.object({
  id: z.uuid(),
  at: InstantOut,
  bySelf: z.boolean(),
  bases: z.array(z.enum(BASES)),
  /** The last day to decide: a month after it was made. */
  decideBy: z.string(),
  decidedAt: InstantOut.nullable(),
  decision: z.enum(OBJECTION_DECISIONS).nullable(),
});
export type Objection = z.infer<typeof Objection>;

const KeptLead = z.object({
  id: z.uuid(),
  basis: z.enum(BASES),
  noticeVersion: z.string().nullable(),
  noticeGiven: z.enum(NOTICE_GIVEN).nullable(),
  partner: z.object({ id: z.uuid(), name: z.string() }),
  /** The day from which it is deleted: the region's retention after the last contact. */
  deleteAfter: z.string(),
  /** Its deletion was announced. */
  announced: z.boolean(),
  erased: z.boolean(),
});
export type KeptLead = z.infer<typeof KeptLead>;

/** How a person's data stands; no word of it. */
export const Privacy = z
  .object({
    personId: z.uuid(),
    protected: z.boolean(),
    erasedAt: InstantOut.nullable(),
    /** Kept and not used. `until` null: until somebody lifts it. */
    restriction: z.object({ because: z.enum(RESTRICTION_CAUSES), until: z.string().nullable() }).nullable(),
    /** The newest one. */
    objection: Objection.nullable(),
    /** Whether one of the grounds can be objected to: public task, legitimate interest, consent (its withdrawal). */
    mayObject: z.boolean(),
    evidence: z.array(Evidence),
    leads: z.array(KeptLead),
  })
  .meta({ id: 'Privacy' });
export type Privacy = z.infer<typeof Privacy>;

/** The person's own page, to be handed to her. */
export const OwnPage = z.object({ url: z.string(), goodUntil: z.string() }).meta({ id: 'OwnPage' });
export type OwnPage = z.infer<typeof OwnPage>;

/** A lead whose deletion was announced, for who sees it. */
export const Deletion = z.object({
  leadId: z.uuid(),
  name: z.string(),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  open: z.boolean(),
  touchedAt: InstantOut,
  deleteOn: z.string(),
});
export type Deletion = z.infer<typeof Deletion>;

export const DeletionList = z.strictObject({ limit: listQuery.limit, cursor: listQuery.cursor });
export type DeletionList = z.infer<typeof DeletionList>;
