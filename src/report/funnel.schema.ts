/** The funnel report: what it takes and what it answers. */
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

export const BREAKDOWNS = [
  'channel',
  'kind',
  'activity',
  'campaign',
  'programme',
  'workPackage',
  'contactPerson',
  'owner',
  'municipality',
  'language',
  'month',
  'pipeline',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];
export const CREDIT_MODELS = ['first', 'last', 'linear'] as const;
export type CreditModel = (typeof CREDIT_MODELS)[number];

/** `to` exclusive; `windowDays` of 24 h from each lead's creation, or `none`. */
export const FunnelQuery = z
  .strictObject({
    from: ReportDay,
    to: ReportDay,
    windowDays: z.union([z.literal('none'), z.coerce.number().int().min(1).max(3650)]).default(180),
    by: z.enum(BREAKDOWNS).optional(),
    model: z.enum(CREDIT_MODELS).default('linear'),
    ...comparedWith,
    ...reportFilters,
  })
  .refine(inOrder, endsBeforeStart('to'))
  .refine(comparedInOrder, endsBeforeStart('compareTo'))
  .meta({ id: 'FunnelQuery' });
export type FunnelQuery = z.infer<typeof FunnelQuery>;

export const FunnelStep = z.object({
  key: z.string(),
  label: z.string(),
  count: Count,
  rateFromPrevious: Rate.nullable(),
  rateFromFirst: Rate.nullable(),
  /** Quartiles, days of 24 h. */
  daysFromPrevious: z.object({ median: z.number(), p25: z.number(), p75: z.number() }).nullable(),
  /** Leads whose furthest step this is and which are lost, by reason. */
  lost: z.array(z.object({ reason: z.string(), count: Count, ...suppressed })),
  /** Without leads younger than the window. */
  mature: z.object({ count: Count, rateFromPrevious: Rate.nullable(), rateFromFirst: Rate.nullable(), ...suppressed }),
  ...suppressed,
});
export type FunnelStep = z.infer<typeof FunnelStep>;

export const StillHere = z.object({
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]),
  count: Count,
  due: Count,
  notYetDue: Count,
  noAnswer: Count,
  rate: Rate.nullable(),
  ...suppressed,
});

const body = z.object({
  cohort: z.object({ from: z.string(), to: z.string(), leads: Count, stillRunning: Count, ...suppressed }),
  /** Anonymous people; not additive, never shown as people. Null is unknown. */
  reach: z.object({
    grossReach: Count,
    impressions: Count,
    views: Count,
    clicks: Count,
    clicksTracked: Count,
    clicksReported: Count,
  }),
  steps: z.array(FunnelStep),
  stillHere: z.array(StillHere),
  /** Credits need not be whole. `team`: contact persons that the viewer may not see one by one. */
  rows: z.array(z.object({ key: z.string(), label: z.string(), steps: z.array(Count), ...suppressed })).optional(),
  unattributed: z.object({ steps: z.array(Count), ...suppressed }).optional(),
});

export const Funnel = body.extend({ previous: body.nullable().optional() }).meta({ id: 'Funnel' });
export type Funnel = z.infer<typeof Funnel>;
export type FunnelBody = z.infer<typeof body>;

/** What is behind a number of the funnel: the leads of a step (or lost there, or still running), and of a row. */
export const FunnelLeadsQuery = FunnelQuery.safeExtend({
  step: z.string().max(40).optional(),
  lost: z.string().max(40).optional(),
  running: z.enum(['true']).optional(),
  row: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
}).meta({ id: 'FunnelLeadsQuery' });
export type FunnelLeadsQuery = z.infer<typeof FunnelLeadsQuery>;

/** Rows without personal data; `id` and `name` only where the viewer may see the person. Below the threshold of rows: none, `suppressed`. */
export const FunnelLeads = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid().nullable(),
        name: z.string().nullable(),
        stage: z.string(),
        intent: z.string(),
        month: z.string(),
        pipeline: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.int().nullable(),
    suppressed: z.literal(true).optional(),
  })
  .meta({ id: 'FunnelLeads' });
export type FunnelLeads = z.infer<typeof FunnelLeads>;
