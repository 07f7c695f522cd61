/** The coverage report: what runs out at the tip of the funnel because nobody was there. */
import * as z from 'zod';
import {
  comparedInOrder,
  comparedWith,
  Count,
  endsBeforeStart,
  inOrder,
  Rate,
  ReportDay,
  reportFilters,
  suppressed,
} from './report.schema.ts';

/** `to` exclusive. */
export const CoverageQuery = z
  .strictObject({ from: ReportDay, to: ReportDay, ...comparedWith, ...reportFilters })
  .refine(inOrder, endsBeforeStart('to'))
  .refine(comparedInOrder, endsBeforeStart('compareTo'))
  .meta({ id: 'CoverageQuery' });
export type CoverageQuery = z.infer<typeof CoverageQuery>;

/**
 * A figure of the activities, and how much of it fell on days on which their contact person was active. `before`: on days before
 * anybody used the product, of which nobody knows. Null: nobody measures it.
 */
export const Covered = z.object({ total: Count, covered: Count, before: Count });
export type Covered = z.infer<typeof Covered>;

export const FirstResponse = z.object({
  /** Finnish working days after the day of creation by whose end a response is in time. */
  targetDays: z.int(),
  inTime: Count,
  late: Count,
  /** Without a response, but still in time. */
  undecided: Count,
  /** Of those in time or late. */
  rate: Rate.nullable(),
  /** Hours until half are responded to, those that wait still counted as waiting (Kaplan–Meier); null when fewer than half are. */
  medianHours: z.number().nullable(),
  ...suppressed,
});
export type FirstResponse = z.infer<typeof FirstResponse>;

const body = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  /** The first day of which is known who was there; null: of none. */
  knownFrom: z.string().nullable(),
  spendCents: Covered,
  grossReach: Covered,
  clicks: Covered,
  /** Leads created in the period; of them without an owner, open, and open but untouched for 30 days, as of now. */
  leads: z.object({ created: Count, withoutOwner: Count, open: Count, untouched: Count, ...suppressed }),
  firstResponse: FirstResponse,
  /** Leads that said where they heard of the region, beside the channels they are known to have met. A lead may stand in several rows. */
  heardFrom: z.object({
    answered: Count,
    rows: z.array(z.object({ key: z.string(), label: z.string(), heard: Count, met: Count, both: Count, ...suppressed })),
    ...suppressed,
  }),
  /** By owner, as far as rule 7 lets the viewer see; `team` the others. Null where small counts could be worked out. */
  owners: z
    .array(z.object({ key: z.string(), label: z.string(), leads: z.int(), inTime: z.int(), late: z.int(), untouched: z.int() }))
    .nullable(),
});

export const Coverage = body.extend({ previous: body.nullable().optional() }).meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;
export type CoverageBody = z.infer<typeof body>;
