/** Programmes: funded projects of a region, with their partners and work packages. */
import * as z from 'zod';
import { Cents, Day, listQuery } from '../platform/page.schema.ts';

const WorkPackageInput = z.strictObject({
  id: z.uuid().optional(),
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(160),
});

/** What must be shown with the funding statement: nothing, or the emblem of the European Union with its words. */
export const EMBLEMS = ['none', 'eu'] as const;

const fields = z.strictObject({
  name: z.string().trim().min(2).max(160),
  code: z.string().trim().max(40).optional(),
  startsOn: Day,
  endsOn: Day,
  budgetCents: Cents,
  euFundingCents: Cents.optional(),
  fundingStatement: z.string().trim().max(600).optional(),
  emblem: z.enum(EMBLEMS).default('none'),
  /** Evidence of participation is kept until this day. */
  keepUntil: Day.optional(),
  partners: z.array(z.uuid()).max(100).default([]),
  workPackages: z.array(WorkPackageInput).max(50).default([]),
});

const endsLater = <T extends { startsOn: string; endsOn: string }>({ startsOn, endsOn }: T) => endsOn >= startsOn;
const fundedWithin = <T extends { budgetCents: number; euFundingCents?: number | undefined }>({ budgetCents, euFundingCents }: T) =>
  (euFundingCents ?? 0) <= budgetCents;

/** Also what a PUT replaces it with; a work package with an id keeps it. */
export const ProgrammeInput = fields
  .refine(endsLater, { path: ['endsOn'], error: 'It ends before it starts', params: { code: 'ends_before_start' } })
  .refine(fundedWithin, { path: ['euFundingCents'], error: 'More than the budget', params: { code: 'more_than_budget' } })
  .meta({ id: 'ProgrammeInput' });
export type ProgrammeInput = z.infer<typeof ProgrammeInput>;

export const Programme = z
  .object({
    id: z.uuid(),
    name: z.string(),
    code: z.string().nullable(),
    startsOn: z.string(),
    endsOn: z.string(),
    budgetCents: z.int(),
    euFundingCents: z.int().nullable(),
    fundingStatement: z.string().nullable(),
    emblem: z.enum(EMBLEMS),
    keepUntil: z.string().nullable(),
    partners: z.array(z.object({ id: z.uuid(), name: z.string() })),
    workPackages: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string() })),
  })
  .meta({ id: 'Programme' });
export type Programme = z.infer<typeof Programme>;

export const ProgrammeList = z.strictObject({
  ...listQuery,
  sort: z.enum(['-startsOn', 'startsOn', 'name', '-name']).default('-startsOn'),
});
export type ProgrammeList = z.infer<typeof ProgrammeList>;
