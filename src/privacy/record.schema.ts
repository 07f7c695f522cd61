/** A partner's record of processing (Article 30): its parts as they were written, and what the region does, to start from. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';
import { BASES } from '../region/region.schema.ts';

export const RECORD_PARTS = ['controller', 'purposes', 'persons', 'data', 'recipients', 'transfers', 'retention', 'security'] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

const Parts = z.partialRecord(z.enum(RECORD_PARTS), z.string().trim().min(1).max(10_000));

/** Replaces all parts; one that is left out is shown prefilled. */
export const RecordInput = z.strictObject({ parts: Parts }).meta({ id: 'RecordInput' });
export type RecordInput = z.infer<typeof RecordInput>;

/** What the region does, as far as it bears upon the record. */
export const RecordFacts = z.object({
  partner: z.string(),
  businessId: z.string().nullable(),
  basis: z.enum(BASES),
  /** Who may be asked: the partner's admins, else the region's. */
  contacts: z.array(z.object({ name: z.string(), email: z.string() })),
  retentionMonths: z.int(),
  /** Programmes that the partner is part of: participation in them is evidence until their day. */
  programmes: z.array(z.object({ name: z.string(), keepUntil: z.string().nullable() })),
  /** Names of the pipelines in use. */
  pipelines: z.array(z.string()),
  followUpsByMail: z.boolean(),
  /** Visitors of one day are told apart by a salted hash. */
  visitorHash: z.boolean(),
});
export type RecordFacts = z.infer<typeof RecordFacts>;

export const ProcessingRecord = z
  .object({
    parts: Parts,
    /** Null: nobody has saved it yet. */
    savedAt: InstantOut.nullable(),
    savedBy: z.string().nullable(),
    facts: RecordFacts,
  })
  .meta({ id: 'ProcessingRecord' });
export type ProcessingRecord = z.infer<typeof ProcessingRecord>;
