/** What the address of the funnel keeps: the period, what it is compared with, the filters, the breakdown, and what is open. */
import { z } from 'zod';
import { BREAKDOWNS, CREDIT_MODELS } from '../../../src/report/funnel.schema.ts';
import { isDay } from './days.ts';

/** Filters in the order in which they are offered; their names are the API's. */
export const FILTERS = [
  'programme',
  'workPackage',
  'municipality',
  'kind',
  'channel',
  'activity',
  'contactPerson',
  'owner',
  'language',
] as const;
export type Filter = (typeof FILTERS)[number];

/** Spans that move with the calendar; all others stand in the address as days. */
export const MOVING = ['months12', 'year', 'all'] as const;

const day = z.string().refine(isDay).optional().catch(undefined);
const keys = z.array(z.string().max(60)).min(1).max(50).optional().catch(undefined);
const short = z.string().max(60).optional();

/** A number of the report whose leads are shown. */
export const Behind = z.object({
  step: short,
  lost: short,
  running: z.literal(true).optional(),
  row: short,
  by: z.enum(BREAKDOWNS).optional(),
});
export type Behind = z.infer<typeof Behind>;

export const FunnelSearch = z.object({
  period: z.enum(MOVING).optional().catch(undefined),
  from: day,
  /** Exclusive, as in the API. */
  to: day,
  compare: z.enum(['previous', 'year-before', 'none']).optional().catch(undefined),
  compareFrom: day,
  compareTo: day,
  windowDays: z
    .union([z.literal('none'), z.number().int().min(1).max(3650)])
    .optional()
    .catch(undefined),
  pipeline: keys,
  programme: keys,
  workPackage: keys,
  municipality: keys,
  kind: keys,
  channel: keys,
  activity: keys,
  contactPerson: keys,
  owner: keys,
  language: keys,
  by: z.enum(BREAKDOWNS).optional().catch(undefined),
  model: z.enum(CREDIT_MODELS).optional().catch(undefined),
  /** Without leads whose window is not over. */
  mature: z.literal(true).optional().catch(undefined),
  behind: Behind.optional().catch(undefined),
});
export type FunnelSearch = z.infer<typeof FunnelSearch>;

export const WINDOWS = [30, 90, 180, 365] as const;
export const usual = { compare: 'previous', windowDays: 180, by: 'channel', model: 'linear' } as const;

/** Takes all filters off; the pipeline is one of them. */
export const noFilters = Object.fromEntries(['pipeline', ...FILTERS].map((filter) => [filter, undefined])) as Partial<FunnelSearch>;

export const hasFilters = (search: FunnelSearch): boolean =>
  search.pipeline !== undefined || FILTERS.some((filter) => search[filter] !== undefined);
