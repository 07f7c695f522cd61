/** How many leads of a cohort reached each step within the window, how long it took, and where they were lost. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import * as z from 'zod';
import { type Cohort, cohortSql, FOR_EVER, laterSteps, reachedSql, youngSql } from './cohort.ts';

/** Reads rows; the region's scope in the product. */
export type Read = (statement: Sql) => Promise<unknown[]>;

export const Counts = z.object({
  /** Leads at each step, the first is all of them. */
  reached: z.array(z.int()),
  /** The same without young leads. */
  mature: z.array(z.int()),
  stillRunning: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** One pass over `journey`. */
export async function countsQuery(read: Read, cohort: Cohort): Promise<Counts> {
  const { window, matureBefore, from, to } = cohort;
  const counts = (condition: Sql) => sql`array[${join([
    sql`count(*) ${condition === empty ? empty : sql`filter (where ${condition})`}`,
    ...laterSteps(cohort).map((step) => sql`count(*) filter (where c.${raw(`step_${step}`)} <= ${window}::int ${condition === empty ? empty : sql`and ${condition}`})`),
  ])}]::int[]`;
  const allMature = matureBefore === null || to <= matureBefore;
  const allYoung = matureBefore !== null && from > matureBefore;
  const [row] = await read(sql`
    select ${counts(empty)} as reached,
           ${allMature ? sql`null` : allYoung ? sql`array_fill(0, array[${cohort.steps}::int])` : counts(sql`not (${youngSql(cohort)})`)} as mature,
           ${allMature && matureBefore ? sql`0` : sql`count(*) filter (where c.closed_at is null ${allMature || allYoung ? empty : sql`and ${youngSql(cohort)}`})::int`} as "stillRunning"
    from ${cohortSql(cohort)}`);
  const { reached, mature, stillRunning } = row as { reached: unknown; mature: unknown; stillRunning: unknown };
  return Counts.parse({ reached, mature: mature ?? reached, stillRunning });
}

/** Quartiles of the seconds between two steps, of `n` leads; null for nobody. */
const Quartiles = z.object({ n: z.int(), seconds: z.tuple([z.number(), z.number(), z.number()]).nullable() });
export type Quartiles = z.infer<typeof Quartiles>;

/**
 * From each step to the next: of leads that entered both themselves, the later one within the window and not before the earlier
 * (who was moved back has no time between them). Creation is the entry of the first.
 */
export async function quartilesQuery(read: Read, cohort: Cohort): Promise<Quartiles[]> {
  const steps = laterSteps(cohort);
  if (steps.length === 0) return [];
  const own = (step: number) => (step === 1 ? sql`0` : sql`c.${raw(`own_${step}`)}`);
  const both = (step: number) => sql`filter (where ${own(step)} <= ${cohort.window}::int and ${own(step)} >= ${own(step - 1)})`;
  const [row] = await read(sql`
    select ${join(steps.flatMap((step) => [
      sql`count(*) ${both(step)}::int as ${raw(`n_${step}`)}`,
      sql`percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${own(step)} - ${own(step - 1)}) ${both(step)} as ${raw(`q_${step}`)}`,
    ]))}
    from ${cohortSql(cohort)}`);
  const values = row as Record<string, unknown>;
  return steps.map((step) => {
    const n = z.int().parse(values[`n_${step}`]);
    return Quartiles.parse({ n, seconds: n > 0 ? values[`q_${step}`] : null });
  });
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
  select c.lead_id, ${reachedSql(cohort)} as step, c.lost_reason as reason
  from ${cohortSql(cohort)} where c.lost_at <= ${cohort.window}::int
  ${cohort.window === FOR_EVER ? empty : sql`
    union all
    select c.lead_id, ${reachedSql(cohort)}, last.reason
    from ${cohortSql(cohort)} cross join lateral (
      select s.stage, s.reason
      from (select c.lead_id as id union all select m.id from lead m where m.region_id = ${cohort.regionId} and m.merged_into = c.lead_id) h
      join stage_change s on s.region_id = ${cohort.regionId} and s.lead_id = h.id
      where s.at <= c.created_at + make_interval(secs => ${cohort.window}::int)
        and not exists (select from void v where v.region_id = ${cohort.regionId} and v.target_id = s.id)
      order by s.at desc, s.id desc limit 1) last
    where c.reopened and (c.lost_at is null or c.lost_at > ${cohort.window}::int) and last.stage = 'lost'`}`;
