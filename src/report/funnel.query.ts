/** How many leads of a cohort reached each step within the window, how long it took, and where they were lost. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import * as z from 'zod';
import { type Cohort, cohortSql, laterSteps, reachedSql, youngSql } from './cohort.ts';

/** Reads rows; the region's scope in the product. */
export type Read = (statement: Sql) => Promise<unknown[]>;

export interface Counts {
  /** Leads at each step, the first is all of them. */
  readonly reached: readonly number[];
  /** The same without young leads. */
  readonly mature: readonly number[];
  readonly stillRunning: number;
}

/** Quartiles of the seconds between two steps, of `n` leads; null for nobody. */
const Quartiles = z.object({ n: z.int(), seconds: z.tuple([z.number(), z.number(), z.number()]).nullable() });
export type Quartiles = z.infer<typeof Quartiles>;

/** One pass over `journey`. */
export async function countsQuery(read: Read, cohort: Cohort): Promise<Counts> {
  const [row] = await read(sql`select ${countsSql(cohort)} from ${cohortSql(cohort)}`);
  return countsOf(row);
}

/** The counts and, in the same pass, the quartiles of the time from each step to the next. */
export async function stepsQuery(read: Read, cohort: Cohort): Promise<{ counts: Counts; quartiles: Quartiles[] }> {
  if (cohort.steps === 1) return { counts: await countsQuery(read, cohort), quartiles: [] };
  const [row] = await read(sql`select ${countsSql(cohort)}, ${quartilesSql(cohort)} from ${cohortSql(cohort)}`);
  const values = row as Record<string, unknown>;
  const quartiles = laterSteps(cohort).map((step) => Quartiles.parse({ n: values[`n_${step}`], seconds: values[`q_${step}`] }));
  return { counts: countsOf(row), quartiles };
}

function countsSql(cohort: Cohort): Sql {
  const { window, matureBefore, from, to, steps } = cohort;
  const counts = (condition: Sql | undefined) =>
    sql`array[${join([
      sql`count(*) ${condition ? sql`filter (where ${condition})` : empty}`,
      ...laterSteps(cohort).map(
        (step) => sql`count(*) filter (where c.${raw(`step_${step}`)} <= ${window}::int ${condition ? sql`and ${condition}` : empty})`,
      ),
    ])}]::int[]`;
  const running = sql`count(*) filter (where c.closed_at is null`;
  // Mostly all leads are mature, or all are young: then nothing more needs to be counted.
  if (matureBefore === null) return sql`${counts(undefined)} as reached, null as mature, ${running})::int as "stillRunning"`;
  if (to <= matureBefore) return sql`${counts(undefined)} as reached, null as mature, 0 as "stillRunning"`;
  if (from > matureBefore)
    return sql`${counts(undefined)} as reached, array_fill(0, array[${steps}::int]) as mature, ${running})::int as "stillRunning"`;
  const young = youngSql(cohort);
  return sql`${counts(undefined)} as reached, ${counts(sql`not (${young})`)} as mature, ${running} and ${young})::int as "stillRunning"`;
}

const CountsRow = z.object({ reached: z.array(z.int()), mature: z.array(z.int()).nullable(), stillRunning: z.int() });

function countsOf(row: unknown): Counts {
  const { reached, mature, stillRunning } = CountsRow.parse(row);
  return { reached, mature: mature ?? reached, stillRunning };
}

/**
 * From each step to the next, of leads that entered both themselves, the later one within the window and not before the earlier
 * (who was moved back has no time between them). Creation is the entry of the first.
 */
function quartilesSql(cohort: Cohort): Sql {
  const own = (step: number) => (step === 1 ? sql`0` : sql`c.${raw(`own_${step}`)}`);
  const both = (step: number) => sql`filter (where ${own(step)} <= ${cohort.window}::int and ${own(step)} >= ${own(step - 1)})`;
  return join(
    laterSteps(cohort).flatMap((step) => [
      sql`count(*) ${both(step)}::int as ${raw(`n_${step}`)}`,
      sql`percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${own(step)} - ${own(step - 1)}) ${both(step)} as ${raw(`q_${step}`)}`,
    ]),
  );
}

const Lost = z.object({ step: z.int(), reason: z.string(), count: z.int() });
export type Lost = z.infer<typeof Lost>;

/** Leads by the reason they are lost for and the furthest step they had reached; see `lostSql`. */
export async function lostQuery(read: Read, cohort: Cohort): Promise<Lost[]> {
  const rows = await read(sql`
    select l.step, l.reason, count(*)::int as count from (${lostSql(cohort)}) l group by 1, 2 order by 1, 3 desc, 2`);
  return z.array(Lost).parse(rows);
}

/**
 * Leads whose last stage within the window is lost: that of the journey, unless a lead came back or was lost later than the
 * window; of those that had been lost before, the history is read up to the window.
 */
export const lostSql = (cohort: Cohort): Sql => sql`
  with once_lost as materialized (
    select c.lead_id, c.created_at, ${reachedSql(cohort)} as step, c.lost_reason as reason, c.lost_at <= ${cohort.window}::int as lost
    from ${cohortSql(cohort)} where c.lost_at <= ${cohort.window}::int or c.reopened)
  select lead_id, step, reason from once_lost where lost
  union all
  select o.lead_id, o.step, last.reason
  from once_lost o cross join lateral (
    select s.stage, s.reason
    from (select o.lead_id as id union all select m.id from lead m where m.region_id = ${cohort.regionId} and m.merged_into = o.lead_id) h
    join stage_change s on s.region_id = ${cohort.regionId} and s.lead_id = h.id
    where s.at <= o.created_at + make_interval(secs => ${cohort.window}::int)
      and not exists (select from void v where v.region_id = ${cohort.regionId} and v.target_id = s.id)
    order by s.at desc, s.id desc limit 1) last
  where o.lost is not true and last.stage = 'lost'`;
