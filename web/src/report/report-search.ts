/** What the address of every report keeps: the period, what it is compared with, and the filters. */
import { z } from 'zod';
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

export const reportSearch = {
  period: z.enum(MOVING).optional().catch(undefined),
  from: day,
  /** Exclusive, as in the API. */
  to: day,
  compare: z.enum(['previous', 'year-before', 'none']).optional().catch(undefined),
  compareFrom: day,
  compareTo: day,
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
};
export const ReportSearch = z.object(reportSearch);
export type ReportSearch = z.infer<typeof ReportSearch>;

export const USUAL_COMPARISON = 'previous';

/** Takes all filters off; the pipeline is one of them. */
export const noFilters = Object.fromEntries(['pipeline', ...FILTERS].map((filter) => [filter, undefined])) as Partial<ReportSearch>;

export const hasFilters = (search: ReportSearch): boolean =>
  search.pipeline !== undefined || FILTERS.some((filter) => search[filter] !== undefined);
