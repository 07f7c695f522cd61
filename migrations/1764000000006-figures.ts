/** What an activity reached, by rule 5: one source a day, counters by their growth, costs by days. The one definition for every page and report. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Figures1764000000006 implements MigrationInterface {
  readonly name = 'Figures1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index metric_period_activity on metric_period (region_id, activity_id);

-- For one activity, metric and day the source with the lowest rank counts: by API, then by file, then typed.
create function source_rank(p_source text) returns int language sql immutable parallel safe as $$
  select coalesce(array_position(array['youtube', 'meta', 'google_ads', 'tiktok', 'linkedin', 'instagram', 'api', 'file', 'manual'], p_source), 100)
$$;

-- The figures of each activity (its own: a campaign's parts are added by the caller) on the days [p_from, p_to) of the region's
-- zone; null: no bound. No row: unknown, which is not zero. Fractional where a period is cut; cents for spend and cost.
--   reach, impressions, views, clicks, linkClicks, spend, registrations, conversions, likes, comments, shares, saves, follows
--   clicksReported  link clicks, on days without them all clicks
--   cost            spend, plus the activity's own costs spread evenly over its days; without an end its days go to the last
--                   day before p_to or to today, whichever is earlier
-- Views are those of snapshots alone where there are any; other counters count by snapshots up to the day of the last one.
create function activity_figure(p_region uuid, p_from date default null, p_to date default null, p_activities uuid[] default null)
  returns table (activity_id uuid, metric text, value numeric) language sql stable as $$
  with asked as (
    select daterange(p_from, p_to) as days, r.time_zone as zone, (now() at time zone r.time_zone)::date as today,
           coalesce(p_from::timestamp at time zone r.time_zone, '-infinity') as since,
           coalesce(p_to::timestamp at time zone r.time_zone, 'infinity') as until
    from region r where r.id = p_region),
  -- All of the region, or those asked for: two ways, of which one is taken and the other costs nothing.
  snapped as (
    select s.activity_id, s.metric, s.taken_at, s.value, s.source from snapshot s where s.region_id = p_region and p_activities is null
    union all
    select s.activity_id, s.metric, s.taken_at, s.value, s.source from snapshot s
    where s.region_id = p_region and s.activity_id = any(p_activities)),
  stored as (
    select p.activity_id, p.metric, p.source, p.period, p.value from metric_period p where p.region_id = p_region and p_activities is null
    union all
    select p.activity_id, p.metric, p.source, p.period, p.value from metric_period p
    where p.region_id = p_region and p.activity_id = any(p_activities)),
  measured as (
    select s.activity_id, s.metric, s.taken_at, s.value, source_rank(s.source) as rank, a.starts_on,
           (s.taken_at at time zone asked.zone)::date as day
    from snapped s join activity a on a.region_id = p_region and a.id = s.activity_id cross join asked),
  measured_by as (
    select m.activity_id, m.metric, m.rank, min(m.taken_at) as first_at, max(m.taken_at) as last_at from measured m group by 1, 2, 3),
  -- All snapshots of a counter make one curve; while a better source takes them, the others' are not read.
  counter as (
    select m.* from measured m
    where not exists (select from measured_by b where b.activity_id = m.activity_id and b.metric = m.metric
                        and b.rank < m.rank and m.taken_at between b.first_at and b.last_at)),
  growth as (
    select c.activity_id, c.metric, c.taken_at as until,
           coalesce(lag(c.taken_at) over curve, least(c.starts_on, c.day)::timestamp at time zone asked.zone) as since,
           c.value - coalesce(lag(c.value) over curve, 0) as grown
    from counter c cross join asked
    window curve as (partition by c.activity_id, c.metric order by c.taken_at)),
  grown as (
    select g.activity_id, g.metric,
           case when g.since = g.until then g.grown::numeric
                else g.grown * extract(epoch from least(g.until, asked.until) - greatest(g.since, asked.since)) / extract(epoch from g.until - g.since)
           end as value
    from growth g cross join asked
    where (g.until > asked.since or (g.since = g.until and g.until = asked.since)) and g.since < asked.until),
  snapshots as (
    select c.activity_id, c.metric,
           datemultirange(case c.metric when 'views' then daterange(null, null) else daterange(min(least(c.starts_on, c.day)), max(c.day), '[]') end) as days
    from counter c group by 1, 2),
  -- What each source tells by itself.
  told as (
    select p.activity_id, p.metric, source_rank(p.source) as rank,
           sum(case when p.period <@ asked.days then p.value::numeric
                    else p.value::numeric * (upper(p.period * asked.days) - lower(p.period * asked.days)) / (upper(p.period) - lower(p.period))
               end) as value
    from stored p cross join asked where p.period && asked.days group by 1, 2, 3),
  source as (
    select * from told
    union all
    select t.activity_id, 'clicksReported', t.rank + case t.metric when 'linkClicks' then 0 else 1000 end, t.value
    from told t where t.metric in ('linkClicks', 'clicks')
    union all
    select s.activity_id, s.metric, 0, null from snapshots s),
  -- Few activities have several sources of one metric: only theirs are compared by days.
  contested as (
    select s.activity_id, s.metric from source s group by 1, 2 having min(s.rank) < max(s.rank)),
  entry as (
    select c.activity_id, c.metric, source_rank(p.source) + case when c.metric = 'clicksReported' and p.metric = 'clicks' then 1000 else 0 end as rank,
           p.period, p.value
    from contested c
    join metric_period p on p.region_id = p_region and p.activity_id = c.activity_id
      and p.metric = any(case c.metric when 'clicksReported' then array['linkClicks', 'clicks'] else array[c.metric] end)
    cross join asked where p.period && asked.days),
  covered as (
    select e.activity_id, e.metric, e.rank, range_agg(e.period) as days from entry e group by 1, 2, 3
    union all
    select s.activity_id, s.metric, 0, s.days from snapshots s),
  -- Days on which a better source than this one counts.
  taken as (
    select c.activity_id, c.metric, c.rank, range_agg(b.days) as days
    from covered c join covered b on b.activity_id = c.activity_id and b.metric = c.metric and b.rank < c.rank group by 1, 2, 3),
  counted as (
    select s.activity_id, s.metric, s.value from source s
    where s.value is not null and not exists (select from contested c where c.activity_id = s.activity_id and c.metric = s.metric)
    union all
    select e.activity_id, e.metric, e.value::numeric * free.days / (upper(e.period) - lower(e.period))
    from entry e
    left join taken t on t.activity_id = e.activity_id and t.metric = e.metric and t.rank = e.rank
    cross join asked
    cross join lateral (
      select sum(upper(d) - lower(d)) as days
      from unnest(datemultirange(e.period * asked.days) - coalesce(t.days, datemultirange())) d) free
    where free.days > 0),
  own_cost as (
    select a.id as activity_id, a.cost_cents::numeric * (upper(a.days * asked.days) - lower(a.days * asked.days)) / (upper(a.days) - lower(a.days)) as value
    from (select c.id, c.cost_cents, daterange(c.starts_on, coalesce(c.ends_on, greatest(c.starts_on, least(asked.today, p_to - 1))), '[]') as days
          from activity c cross join asked
          where c.region_id = p_region and c.cost_cents is not null and (p_activities is null or c.id = any(p_activities))) a cross join asked
    where a.days && asked.days)
  select f.activity_id, f.metric, sum(f.value)
  from (select g.activity_id, g.metric, g.value from grown g
        union all select c.activity_id, c.metric, c.value from counted c
        union all select c.activity_id, 'cost', c.value from counted c where c.metric = 'spend'
        union all select o.activity_id, 'cost', o.value from own_cost o) f
  group by 1, 2
$$;
grant execute on function source_rank, activity_figure to suppilo_app;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
