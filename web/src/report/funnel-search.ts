/** What the address of the funnel keeps beside what every report does: the window, the breakdown, and what is open. */
import { z } from 'zod';
import { BREAKDOWNS, CREDIT_MODELS } from '../../../src/report/funnel.schema.ts';
import { reportSearch } from './report-search.ts';

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
  ...reportSearch,
  windowDays: z
    .union([z.literal('none'), z.number().int().min(1).max(3650)])
    .optional()
    .catch(undefined),
  by: z.enum(BREAKDOWNS).optional().catch(undefined),
  model: z.enum(CREDIT_MODELS).optional().catch(undefined),
  /** Without leads whose window is not over. */
  mature: z.literal(true).optional().catch(undefined),
  behind: Behind.optional().catch(undefined),
});
export type FunnelSearch = z.infer<typeof FunnelSearch>;

export const WINDOWS = [30, 90, 180, 365] as const;
export const usual = { windowDays: 180, by: 'channel', model: 'linear' } as const;
