/** The SQL functions around tracked links: recording clicks, their partitions, and the figures of activities with them. */

/** What the batch writer, the nightly job and the redirect call. Clicks are written through here alone. */
export const CLICK_FUNCTIONS = `
-- Clicks of several regions in one statement; those of a link that is gone are left out, those that are there already stay as they are:
-- a batch may be sent again. Rows of click_day are taken in one order, so that processes side by side don't wait for each other in a circle.
create function record_clicks(p_region uuid[], p_id uuid[], p_link uuid[], p_at timestamptz[], p_referrer text[], p_language text[],
  p_device text[], p_visitor bytea[]) returns void language plpgsql security definer set search_path = public as $$
begin
  with arrived as (
    select * from unnest(p_region, p_id, p_link, p_at, p_referrer, p_language, p_device, p_visitor)
      as c (region_id, id, link_id, at, referrer, language, device, visitor)),
  kept as (
    insert into click (region_id, id, link_id, at, referrer, language, device, visitor)
    select a.region_id, a.id, a.link_id, a.at, a.referrer, a.language, a.device, a.visitor
    from arrived a join link l on l.region_id = a.region_id and l.id = a.link_id
    on conflict do nothing returning region_id, link_id, at),
  days as (
    select k.region_id, k.link_id, (k.at at time zone r.time_zone)::date as day, count(*)::int as visits
    from kept k join region r on r.id = k.region_id group by 1, 2, 3),
  begun as (
    insert into link_use (region_id, link_id, first_on) select d.region_id, d.link_id, min(d.day) from days d group by 1, 2 order by 1, 2
    on conflict (region_id, link_id) do update set first_on = excluded.first_on where excluded.first_on < link_use.first_on)
  insert into click_day (region_id, link_id, day, visits) select d.region_id, d.link_id, d.day, d.visits from days d order by 1, 2, 3
  on conflict (region_id, link_id, day) do update set visits = click_day.visits + excluded.visits;
end $$;

-- The partitions of this month and the next three. Where clicks of a month came before its partition they stay in the default one.
create function make_click_partitions() returns void language plpgsql security definer set search_path = public as $$
declare
  month date := date_trunc('month', now() at time zone 'UTC');
begin
  perform pg_advisory_xact_lock(7461003);
  for n in 0..3 loop
    if to_regclass('click_' || to_char(month, 'YYYY_MM')) is null then
      begin
        execute format('create table click_%s partition of click for values from (%L) to (%L)', to_char(month, 'YYYY_MM'),
          month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
      exception when check_violation then null;
      end;
    end if;
    month := month + interval '1 month';
  end loop;
end $$;

create function remove_clicks_of_link() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from click where region_id = old.region_id and link_id = old.id;
  return null;
end $$;
create trigger link_clicks after delete on link for each row execute function remove_clicks_of_link();

-- The address of a form that is open; without one asked for, of the region's first. Forms come in a later migration.
create function open_form(p_region uuid, p_form uuid) returns text language plpgsql stable as $$
begin
  if to_regclass('public.contact_form') is null then return null; end if;
  return (
    select f.slug from contact_form f
    where f.region_id = p_region and (p_form is null or f.id = p_form) and f.archived_at is null and f.paused_at is null
    order by f.created_at, f.id limit 1);
end $$;

revoke all on function record_clicks, make_click_partitions from public;
grant execute on function record_clicks, make_click_partitions, open_form to suppilo_app;
`;

/** `activity_figure` anew, with the clicks of tracked links. */
export const ACTIVITY_FIGURE = `
-- The figures of each activity (its own: a campaign's parts are added by the caller) on the days [p_from, p_to) of the region's
-- zone; null: no bound. No row: unknown, which is not zero. Fractional where a period is cut; cents for spend and cost.
--   reach, impressions, views, clicks, linkClicks, spend, registrations, conversions, likes, comments, shares, saves, follows
--   clicksTracked   clicks on tracked links; unknown where no link was in use
--   clicksReported  link clicks, on days without them all clicks
--   clicksCounted   rule 5: those of tracked links on days on which one was in use, on other days the reported ones. A link is in use
--                   from the day of its first click until it is paused or expires: one that nobody was given hides no other source
--   cost            spend, plus the activity's own costs spread evenly over its days; without an end its days go to the last
--                   day before p_to or to today, whichever is earlier
-- Views are those of snapshots alone where there are any; other counters count by snapshots up to the day of the last one.
create or replace function activity_figure(p_region uuid, p_from date default null, p_to date default null, p_activities uuid[] default null)
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
  -- The days on which an activity had a link in use.
  used as (
    select l.activity_id, range_agg(datemultirange(daterange(l.first_on, greatest(l.first_on, l.last_on), '[]')) - l.pauses) as days
    from (select k.activity_id, k.pauses, u.first_on,
                 case when k.paused_at is null and k.expires_on is null then 'infinity'
                      else least(k.expires_on, (k.paused_at at time zone asked.zone)::date) end as last_on
          from link_use u join link k on k.region_id = p_region and k.id = u.link_id cross join asked
          where u.region_id = p_region and (p_activities is null or k.activity_id = any(p_activities))) l
    group by 1),
  visited as (
    select k.activity_id, sum(d.visits) as value
    from link k join click_day d on d.region_id = p_region and d.link_id = k.id cross join asked
    where k.region_id = p_region and k.activity_id in (select u.activity_id from used u) and d.day <@ asked.days
    group by 1),
  tracked as (
    select u.activity_id, coalesce(v.value, 0) as value from used u left join visited v on v.activity_id = u.activity_id cross join asked
    where v.value is not null or u.days && datemultirange(asked.days * daterange(null, asked.today, '[]'))),
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
    select t.activity_id, c.metric, t.rank + case t.metric when 'linkClicks' then 0 else 1000 end, t.value
    from told t cross join (values ('clicksReported'), ('clicksCounted')) c (metric) where t.metric in ('linkClicks', 'clicks')
    union all
    select u.activity_id, 'clicksCounted', -1, null from used u
    union all
    select s.activity_id, s.metric, 0, null from snapshots s),
  -- Few activities have several sources of one metric: only theirs are compared by days.
  contested as (
    select s.activity_id, s.metric from source s group by 1, 2 having min(s.rank) < max(s.rank)),
  entry as (
    select c.activity_id, c.metric, source_rank(p.source) + case when c.metric in ('clicksReported', 'clicksCounted') and p.metric = 'clicks' then 1000 else 0 end as rank,
           p.period, p.value
    from contested c
    join metric_period p on p.region_id = p_region and p.activity_id = c.activity_id
      and p.metric = any(case when c.metric in ('clicksReported', 'clicksCounted') then array['linkClicks', 'clicks'] else array[c.metric] end)
    cross join asked where p.period && asked.days),
  covered as (
    select e.activity_id, e.metric, e.rank, range_agg(e.period) as days from entry e group by 1, 2, 3
    union all
    select s.activity_id, s.metric, 0, s.days from snapshots s
    union all
    select u.activity_id, 'clicksCounted', -1, u.days from used u),
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
        union all select o.activity_id, 'cost', o.value from own_cost o
        union all select t.activity_id, c.metric, t.value from tracked t cross join (values ('clicksTracked'), ('clicksCounted')) c (metric)) f
  group by 1, 2
$$;
`;
