/** Reads what an activity turned into: its figures, the leads that met it, their outcomes, and where they are now. */
import sql, { type Sql } from 'sql-template-tag';
import * as z from 'zod';
import type { Read } from './funnel.query.ts';

/** One activity of a region, with its parts. */
export interface Family {
  readonly regionId: string;
  readonly zone: string;
  readonly activityId: string;
}

const Reached = z.object({
  grossReach: z.number().nullable(),
  views: z.number().nullable(),
  clicks: z.number().nullable(),
  costCents: z.number().nullable(),
});
export type Reached = z.infer<typeof Reached>;

/** What it reached over all time; null when there is no such activity. */
export async function reachedQuery(read: Read, { regionId, activityId }: Family): Promise<Reached | null> {
  const [row] = await read(sql`
    with family as (${familySql(regionId, activityId)})
    select sum(f.value) filter (where f.metric = 'reach') as "grossReach", sum(f.value) filter (where f.metric = 'views') as views,
           sum(f.value) filter (where f.metric = 'clicksCounted') as clicks, sum(f.value) filter (where f.metric = 'cost') as "costCents"
    from family left join activity_figure(${regionId}, null, null, (select array_agg(id) from family)) f on f.activity_id = family.id
    having count(family.id) > 0`);
  return row ? Reached.parse(row) : null;
}

const Place = z.object({ intent: z.string(), stage: z.string(), leads: z.int(), visiting: z.int() });
export type Place = z.infer<typeof Place>;

/** Leads that met it, by what they want and their present stage; of these, how many reached the step before the last one or further. */
export async function placesQuery(read: Read, family: Family): Promise<Place[]> {
  const { regionId } = family;
  const rows = await read(sql`
    with ${metSql(family)},
    shape as (
      select p.no as pipeline, count(*)::int as steps
      from pipeline p join stage s on s.region_id = p.region_id and s.pipeline_id = p.id and s.archived_at is null
      where p.region_id = ${regionId} group by p.no)
    select l.intent, j.stage, count(*)::int as leads,
           count(case shape.steps - 1 when 1 then 0 when 2 then j.step_2 when 3 then j.step_3 when 4 then j.step_4 when 5 then j.step_5
                      when 6 then j.step_6 when 7 then j.step_7 end)::int as visiting
    from met
    join journey j on j.region_id = ${regionId} and j.lead_id = met.lead_id
    join lead l on l.region_id = ${regionId} and l.id = met.lead_id
    join shape on shape.pipeline = j.pipeline
    group by 1, 2`);
  return z.array(Place).parse(rows);
}

const Stage = z.object({ key: z.string(), label: z.string(), archived: z.boolean() });
export type Stage = z.infer<typeof Stage>;

/** The steps of each pipeline that its leads are in, in order. */
export async function stagesQuery(read: Read, family: Family): Promise<Stage[][]> {
  const { regionId } = family;
  const rows = await read(sql`
    with ${metSql(family)}
    select json_agg(json_build_object('key', s.key, 'label', s.label, 'archived', s.archived_at is not null) order by s.position) as stages
    from pipeline p join stage s on s.region_id = p.region_id and s.pipeline_id = p.id
    where p.region_id = ${regionId}
      and p.no in (select j.pipeline from met join journey j on j.region_id = ${regionId} and j.lead_id = met.lead_id)
    group by p.id, p.position order by p.position, p.id`);
  return z
    .array(z.object({ stages: z.array(Stage) }))
    .parse(rows)
    .map(({ stages }) => stages);
}

const Outcomes = z.object({ touched: z.int(), linear: z.number() });
export type Outcomes = z.infer<typeof Outcomes>;

/** Outcomes with a touch of it on a day from `lookbackDays` before up to the outcome's own; linear: over all touches of these days. */
export async function outcomesQuery(read: Read, family: Family, lookbackDays: number): Promise<Outcomes> {
  const { regionId, zone } = family;
  const [row] = await read(sql`
    with ${metSql(family)},
    history as (
      select lead_id as root_id, lead_id from met
      union all
      select met.lead_id, l.id from met join lead l on l.region_id = ${regionId} and l.merged_into = met.lead_id),
    settled as (
      select h.root_id, o.id, o.day from history h join outcome o on o.region_id = ${regionId} and o.lead_id = h.lead_id
      where not exists (select from void v where v.region_id = ${regionId} and v.target_id = o.id)),
    touched as (
      select h.root_id, (t.at at time zone ${zone})::date as day, t.activity_id in (select id from family) as ours
      from history h join touch t on t.region_id = ${regionId} and t.lead_id = h.lead_id
      where h.root_id in (select root_id from settled)
        and not exists (select from void v where v.region_id = ${regionId} and v.target_id = t.id)),
    credit as (
      select s.id, count(*) filter (where t.ours) as ours, count(*) as touches
      from settled s join touched t on t.root_id = s.root_id and t.day between s.day - ${lookbackDays}::int and s.day group by 1)
    select count(*) filter (where ours > 0)::int as touched, coalesce(sum(ours::float8 / touches), 0) as linear from credit`);
  return Outcomes.parse(row);
}

const familySql = (regionId: string, activityId: string): Sql => sql`
  select id from activity where region_id = ${regionId} and (id = ${activityId} or parent_id = ${activityId})`;

/** `family` and `met`: the leads with a touch of it that was not voided, read through merges. */
const metSql = ({ regionId, activityId }: Family): Sql => sql`
  family as (${familySql(regionId, activityId)}),
  met as (
    select distinct coalesce(l.merged_into, l.id) as lead_id
    from family
    join touch t on t.region_id = ${regionId} and t.activity_id = family.id
    join lead l on l.region_id = ${regionId} and l.id = t.lead_id
    where not exists (select from void v where v.region_id = ${regionId} and v.target_id = t.id))`;
