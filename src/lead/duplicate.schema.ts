/** The work list of persons who may be one. */
import * as z from 'zod';
import { InstantOut, listQuery } from '../platform/page.schema.ts';
import { LeadItem } from './lead.schema.ts';
import { Person } from './person.schema.ts';

/** `different`: those of whom somebody said that they are two. */
export const DuplicateList = z.strictObject({
  limit: listQuery.limit,
  cursor: listQuery.cursor,
  state: z.enum(['open', 'different']).default('open'),
});
export type DuplicateList = z.infer<typeof DuplicateList>;

const Side = z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), phone: z.string().nullable() });

/** Two persons whom the viewer sees both, and what speaks for their being one; the surest first. */
export const DuplicatePair = z.object({
  a: Side,
  b: Side,
  why: z.array(z.enum(['email', 'phone', 'name'])),
  /** 0 to 1. */
  score: z.number(),
  /** Who said, and when, that they are two. */
  different: z.object({ by: z.string().nullable(), at: InstantOut }).nullable(),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const DuplicatePairs = z
  .object({
    items: z.array(DuplicatePair),
    nextCursor: z.string().nullable(),
    /** At most 500 are counted. */
    total: z.int(),
    /** Persons are still being compared. */
    comparing: z.boolean(),
  })
  .meta({ id: 'DuplicatePairs' });
export type DuplicatePairs = z.infer<typeof DuplicatePairs>;

export const PairPath = z.strictObject({ region: z.string(), a: z.uuid(), b: z.uuid() });
export type PairPath = z.infer<typeof PairPath>;

export const PairSide = z.object({
  person: Person,
  /** Her leads that the viewer sees, the newest first. */
  leads: z.array(LeadItem),
  attendances: z.int(),
});
export type PairSide = z.infer<typeof PairSide>;

/** Two persons side by side. `a` is the one to keep when nothing speaks against it: she who is known for longer. */
export const ComparedPair = z
  .object({
    a: PairSide,
    b: PairSide,
    different: DuplicatePair.shape.different,
    /** Open leads of one pipeline and one wish: `merge` would become `keep`. */
    leads: z.array(z.object({ keep: z.uuid(), merge: z.array(z.uuid()) })),
  })
  .meta({ id: 'ComparedPair' });
export type ComparedPair = z.infer<typeof ComparedPair>;

export const Decided = z.object({ a: z.uuid(), b: z.uuid(), different: z.boolean() }).meta({ id: 'Decided' });
export type Decided = z.infer<typeof Decided>;
