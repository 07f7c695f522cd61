/** After the funnel's end: who of those that moved or founded a company is still here at 3, 6 and 12 months. */
import sql from 'sql-template-tag';
import * as z from 'zod';
import { type Cohort, cohortSql } from './cohort.ts';
import type { Read } from './funnel.query.ts';

const StillHereRow = z.object({
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]),
  due: z.int(),
  notYetDue: z.int(),
  /** Due, and nothing said at or after that month. */
  noAnswer: z.int(),
  stillHere: z.int(),
});
export type StillHereRow = z.infer<typeof StillHereRow>;

/**
 * Of each lead with a move or company the last answer counts, whichever follow-up it was given to: *still here* for every month
 * up to its own, *left* for all. Months run from the lead's first move or company; `today` in the region's zone.
 */
export async function stillHereQuery(read: Read, cohort: Cohort, today: string): Promise<StillHereRow[]> {
  const { regionId } = cohort;
  const rows = await read(sql`
    with successful as materialized (select c.lead_id from ${cohortSql(cohort)} where c.first_outcome is not null),
    history as (
      select lead_id as root_id, lead_id from successful
      union all
      select s.lead_id, m.id from successful s join lead m on m.region_id = ${regionId} and m.merged_into = s.lead_id),
    arrival as (
      select h.root_id, o.id, o.day from history h join outcome o on o.region_id = ${regionId} and o.lead_id = h.lead_id
      where o.type in ('settled_mover', 'new_company')
        and not exists (select from void v where v.region_id = ${regionId} and v.target_id = o.id)),
    arrived as (select root_id, min(day) as day from arrival group by root_id),
    last_answer as (
      select distinct on (w.root_id) w.root_id, a.status, a.day, f.months
      from arrival w
      join follow_up f on f.region_id = ${regionId} and f.outcome_id = w.id
      join follow_up_answer a on a.region_id = ${regionId} and a.follow_up_id = f.id
      where a.status <> 'no_answer' and not exists (select from void v where v.region_id = ${regionId} and v.target_id = a.id)
      order by w.root_id, a.day desc, a.created_at desc, a.id desc),
    asked as (
      select m.months, d.due_on <= ${today}::date as due, l.status,
             l.status = 'left' or l.months >= m.months or l.day >= d.due_on as answered
      from (values (3), (6), (12)) m (months)
      left join arrived w on true
      left join last_answer l on l.root_id = w.root_id
      cross join lateral (select (w.day + make_interval(months => m.months))::date as due_on) d)
    select months, count(*) filter (where due)::int as due, count(*) filter (where not due)::int as "notYetDue",
           count(*) filter (where due and answered is not true)::int as "noAnswer",
           count(*) filter (where due and answered and status = 'still_here')::int as "stillHere"
    from asked group by months order by months`);
  return z.array(StillHereRow).parse(rows);
}
