/** The leads a report counts, as SQL: those of some pipelines created in a time, with the steps they are measured by. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';

/** Without a window everything up to now counts. */
export const FOR_EVER = 2 ** 31 - 1;

/** Filters on facts of the lead itself. Empty: all. */
export interface LeadFilters {
  readonly municipality: readonly string[];
  readonly language: readonly string[];
  readonly owner: readonly string[];
}

export interface Cohort {
  readonly regionId: string;
  /** `pipeline.no`. */
  readonly pipelines: readonly number[];
  /** Steps of one pipeline, or the three that all have: created, responded, won. */
  readonly steps: number;
  readonly common: boolean;
  /** Created in [from, to). */
  readonly from: Date;
  readonly to: Date;
  /** Conversion window in seconds from each lead's creation, inclusive; `FOR_EVER` for none. */
  readonly window: number;
  /** Leads created after this instant are young: their window is not over. Null without a window. */
  readonly matureBefore: Date | null;
  readonly filters: LeadFilters;
  /** Only these leads, where touches were asked for. */
  readonly leads?: readonly string[] | undefined;
}

/** Leads of protected persons: no list, map or export tells their municipality. */
export const protectedLeads = (regionId: string): Sql => sql`(
  with shielded as (select id from person where region_id = ${regionId} and protected)
  select coalesce(l.merged_into, l.id) from lead l
  where l.region_id = ${regionId} and l.person_id in (
    select id from shielded
    union all select p.id from person p where p.region_id = ${regionId} and p.merged_into in (select id from shielded)))`;

/** The cohort as `(…) c`: `step_n` this step or a later one was reached, `own_n` it was itself entered; seconds from creation. */
export const cohortSql = ({ regionId, pipelines, common, from, to, filters, leads }: Cohort): Sql => sql`(
  select j.lead_id, j.created_at, j.closed_at, j.touched_at, j.lost_at, j.lost_reason, j.reopened, j.first_outcome,
         j.pipeline, j.municipality, j.language, j.owner, ${common ? COMMON_STEPS : OWN_STEPS}
  from journey j
  where j.region_id = ${regionId} and j.created_at >= ${from} and j.created_at < ${to}
    ${pipelines.length === 1 ? sql`and j.pipeline = ${pipelines[0]}` : sql`and j.pipeline = any(${pipelines}::smallint[])`}
    ${filters.language.length ? sql`and j.language = any(${filters.language}::text[])` : empty}
    ${filters.owner.length ? sql`and j.owner = any(${filters.owner}::uuid[])` : empty}
    ${filters.municipality.length ? sql`and j.municipality = any(${filters.municipality.map(Number)}::smallint[]) and j.lead_id not in ${protectedLeads(regionId)}` : empty}
    ${leads ? sql`and j.lead_id = any(${leads}::uuid[])` : empty}) c`;

const OWN_STEPS = sql`
  j.step_2, j.step_3, j.step_4, j.step_5, j.step_6, j.step_7, j.step_8,
  j.own_2, j.own_3, j.own_4, j.own_5, j.own_6, j.own_7, j.own_8`;
const COMMON_STEPS = sql`least(j.responded, j.won) as step_2, j.won as step_3, j.responded as own_2, j.won as own_3`;

/** The steps after the first, from 2. */
export const laterSteps = ({ steps }: Cohort): number[] => Array.from({ length: steps - 1 }, (_, at) => at + 2);

/** The furthest step within the window. */
export const reachedSql = (cohort: Cohort): Sql =>
  cohort.steps === 1
    ? sql`1`
    : sql`case ${join(
        laterSteps(cohort)
          .reverse()
          .map((step) => sql`when c.${raw(`step_${step}`)} <= ${cohort.window}::int then ${raw(String(step))}`),
        ' ',
      )} else 1 end`;

/** Not older than the window, so that their steps are not final. */
export const youngSql = ({ matureBefore }: Cohort): Sql => (matureBefore ? sql`c.created_at > ${matureBefore}` : sql`false`);
