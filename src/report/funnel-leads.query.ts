/** The leads behind a number, without personal data except where the viewer may see the person. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import * as z from 'zod';
import { type LeadDimension, leadKeySql } from './breakdown.query.ts';
import { type Cohort, cohortSql, reachedSql, youngSql } from './cohort.ts';
import { lostSql, type Read } from './funnel.query.ts';

/** Which leads of a cohort. */
export interface Behind {
  /** At this step or a later one; with `lost`: lost exactly there. */
  readonly step: number | undefined;
  readonly lost: string | undefined;
  readonly running: boolean;
  /** A row of a breakdown by a fact of the lead: with one of these values; null: without any. */
  readonly values: { readonly by: LeadDimension; readonly among: readonly string[] | null } | undefined;
  /** A row of a breakdown by touch: exactly these leads, or all but these. */
  readonly ids: { readonly among: readonly string[]; readonly but: boolean } | undefined;
}

export interface Eyes {
  readonly userId: string | null;
  readonly roles: readonly string[];
  readonly zone: string;
}

const Row = z.object({
  id: z.string(),
  name: z.string().nullable(),
  stage: z.string(),
  intent: z.string(),
  month: z.string(),
  pipeline: z.string(),
  seen: z.boolean(),
});
export type LeadBehind = z.infer<typeof Row>;

/** One page, the newest first, and how many there are in all. */
export async function leadsQuery(
  read: Read,
  cohort: Cohort,
  behind: Behind,
  { userId, roles, zone }: Eyes,
  page: { limit: number; offset: number },
): Promise<{ rows: LeadBehind[]; total: number }> {
  const { regionId } = cohort;
  const chosen = sql`select c.lead_id, c.created_at from ${cohortSql(cohort)} where ${join(conditions(cohort, behind, zone), ' and ')}`;
  const [counted] = await read(sql`select count(*)::int as total from (${chosen}) n`);
  const { total } = z.object({ total: z.int() }).parse(counted);
  const rows = await read(sql`
    with page as (select n.* from (${chosen}) n order by n.created_at desc, n.lead_id limit ${page.limit} offset ${page.offset})
    select l.id, s.seen, case when s.seen then p.name end as name, j.stage, l.intent,
           to_char(n.created_at at time zone ${zone}, 'YYYY-MM') as month, w.key as pipeline
    from page n
    join lead l on l.region_id = ${regionId} and l.id = n.lead_id
    join journey j on j.region_id = ${regionId} and j.lead_id = l.id
    join pipeline w on w.region_id = ${regionId} and w.id = l.pipeline_id
    join person known on known.region_id = ${regionId} and known.id = l.person_id
    join person p on p.region_id = ${regionId} and p.id = coalesce(known.merged_into, known.id)
    cross join lateral (select sees_person_of(${regionId}, l.id, ${userId}::uuid, ${roles}::text[]) as seen) s
    order by n.created_at desc, n.lead_id`);
  return { rows: z.array(Row).parse(rows), total };
}

function conditions(cohort: Cohort, { step, lost, running, values, ids }: Behind, zone: string): Sql[] {
  const key = values && leadKeySql(cohort.regionId, values.by, zone);
  return [
    lost === undefined
      ? sql`${reachedSql(cohort)} >= ${step ?? 1}::int`
      : sql`c.lead_id in (select gone.lead_id from (${lostSql(cohort)}) gone where gone.reason = ${lost} ${step === undefined ? empty : sql`and gone.step = ${step}::int`})`,
    ...(running ? [sql`c.closed_at is null`, cohort.matureBefore ? youngSql(cohort) : sql`true`] : []),
    ...(values && key ? [values.among ? sql`${key} = any(${values.among}::text[])` : sql`${key} is null`] : []),
    ...(ids ? [ids.but ? sql`c.lead_id <> all(${ids.among}::uuid[])` : sql`c.lead_id = any(${ids.among}::uuid[])`] : []),
  ];
}
