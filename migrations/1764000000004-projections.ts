/** `journey` and `path`: what reports read, derived from history by row triggers in the same transaction, and rebuildable from it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTITIONS = 16;

export class Projections1764000000004 implements MigrationInterface {
  readonly name = 'Projections1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A lead in one narrow row. Steps and other durations are whole seconds from the lead's creation (rounded up).
-- What reports count by stands first: PostgreSQL walks a row's columns in their order, and this halves the time of a funnel.
create table journey (
  region_id uuid not null,
  created_at timestamptz not null,
  lead_id uuid not null,
  pipeline smallint not null,
  reopened boolean not null default false,  -- was lost and came back: its losses must be read from history
  closed_at timestamptz,       -- since when it is won or lost; null while it is open
  step_2 int, step_3 int, step_4 int, step_5 int, step_6 int, step_7 int, step_8 int,  -- this step or a later one was first reached
  own_2 int, own_3 int, own_4 int, own_5 int, own_6 int, own_7 int, own_8 int,         -- the step itself was first entered
  won int,                     -- the last step
  responded int,               -- first entry by a contact person
  lost_at int,                 -- since when the lead is lost; null when it is not
  first_outcome int,           -- to the end of the first outcome's day
  persons int,                 -- in its household
  first_activity int, last_activity int,          -- activity.no, -1 referral, -2 own initiative
  municipality smallint,
  first_at timestamptz, last_at timestamptz,      -- touches; the last one up to the first outcome
  touched_at timestamptz not null,  -- last touch, stage or note
  owner uuid,
  stage text not null,
  language text,
  lost_reason text,
  outcome_type text,           -- of the first outcome
  primary key (region_id, lead_id)) partition by hash (region_id);
create index journey_created on journey (region_id, created_at);

-- The touches of a lead, packed in order: int4 activity.no (or -1, -2), int4 seconds from the lead's creation (may be negative),
-- both taken as whole seconds: so a touch counts exactly when it lies before first_outcome, and its own second can be told.
create table path (region_id uuid not null, lead_id uuid not null, touches bytea not null, primary key (region_id, lead_id));
`);
    for (let part = 0; part < PARTITIONS; part += 1) {
      await runner.query(
        `create table journey_${part} partition of journey for values with (modulus ${PARTITIONS}, remainder ${part}) with (fillfactor = 90)`,
      );
    }
    await runner.query(`
-- Order of the steps of a region's pipelines as they stand today. An archived stage counts as the step before it.
create function step_of(p_region uuid) returns table (pipeline_id uuid, key text, step int, steps int) language sql stable as $$
  select s.pipeline_id, s.key,
         (select count(*)::int from stage b where b.region_id = p_region and b.pipeline_id = s.pipeline_id
            and b.archived_at is null and b.position <= s.position),
         (select count(*)::int from stage b where b.region_id = p_region and b.pipeline_id = s.pipeline_id and b.archived_at is null)
  from stage s where s.region_id = p_region
$$;

-- The journeys of leads, from history. The one definition: triggers and rebuilds both use it.
create function journey_from_history(p_region uuid, p_leads uuid[]) returns setof journey language sql stable as $$
  with step as materialized (select * from step_of(p_region)),
  root as (
    select l.id, l.created_at, l.pipeline_id, l.owner_id, l.municipality, l.language, p.no as pipeline,
           (select s.key from stage s where s.region_id = p_region and s.pipeline_id = l.pipeline_id and s.archived_at is null
              order by s.position limit 1) as first_stage
    from lead l join pipeline p on p.region_id = l.region_id and p.id = l.pipeline_id
    where l.region_id = p_region and l.id = any(p_leads) and l.merged_into is null),
  history as (
    select r.id as root_id, r.id as lead_id, r.created_at, r.pipeline_id from root r
    union all
    select r.id, l.id, r.created_at, r.pipeline_id from root r join lead l on l.region_id = p_region and l.merged_into = r.id),
  change as (
    select h.root_id, h.pipeline_id, c.stage, c.reason, c.at, c.id, c.contact_person_id,
           greatest(0, ceil(extract(epoch from c.at - h.created_at)))::int as secs,
           row_number() over (partition by h.root_id order by c.at desc, c.id desc) as latest
    from history h join stage_change c on c.region_id = p_region and c.lead_id = h.lead_id
    where not exists (select from void v where v.region_id = p_region and v.target_id = c.id)),
  reached as (
    select c.root_id,
           min(secs) filter (where s.step >= 2) as step_2, min(secs) filter (where s.step >= 3) as step_3,
           min(secs) filter (where s.step >= 4) as step_4, min(secs) filter (where s.step >= 5) as step_5,
           min(secs) filter (where s.step >= 6) as step_6, min(secs) filter (where s.step >= 7) as step_7,
           min(secs) filter (where s.step >= 8) as step_8,
           min(secs) filter (where s.step = 2) as own_2, min(secs) filter (where s.step = 3) as own_3,
           min(secs) filter (where s.step = 4) as own_4, min(secs) filter (where s.step = 5) as own_5,
           min(secs) filter (where s.step = 6) as own_6, min(secs) filter (where s.step = 7) as own_7,
           min(secs) filter (where s.step = 8) as own_8,
           min(secs) filter (where c.stage = 'won') as won,
           min(secs) filter (where c.contact_person_id is not null) as responded,
           max(secs) filter (where c.latest = 1 and c.stage = 'lost') as lost_at,
           max(c.reason) filter (where c.latest = 1 and c.stage = 'lost') as lost_reason,
           bool_or(c.stage = 'lost' and c.latest > 1) as reopened,
           max(c.at) filter (where c.latest = 1 and c.stage in ('lost', 'won')) as closed_at,
           max(c.stage) filter (where c.latest = 1) as stage,
           max(c.at) as at
    from change c left join step s on s.pipeline_id = c.pipeline_id and s.key = c.stage
    group by c.root_id),
  first_outcome as (
    select distinct on (h.root_id) h.root_id, o.type, coalesce(o.adults + o.children, 1) as persons,
           ceil(extract(epoch from ((o.day + 1)::timestamp at time zone g.time_zone) - h.created_at))::int as secs,
           (o.day + 1)::timestamp at time zone g.time_zone as until
    from history h join outcome o on o.region_id = p_region and o.lead_id = h.lead_id join region g on g.id = p_region
    where not exists (select from void v where v.region_id = p_region and v.target_id = o.id)
    order by h.root_id, o.day, o.id),
  met as (
    select h.root_id, t.at, t.id, t.how, greatest(0, ceil(extract(epoch from t.at - h.created_at)))::int as secs,
           case t.how when 'referral' then -1 when 'own_initiative' then -2 else a.no end as activity,
           coalesce(t.at < f.until, true) as counted
    from history h join touch t on t.region_id = p_region and t.lead_id = h.lead_id
    left join activity a on a.region_id = p_region and a.id = t.activity_id
    left join first_outcome f on f.root_id = h.root_id
    where not exists (select from void v where v.region_id = p_region and v.target_id = t.id)),
  touched as (
    select root_id, min(secs) filter (where how = 'conversation') as conversation, max(at) as at,
           min(at) as first_at, max(at) filter (where counted) as last_at,
           (array_agg(activity order by at, id))[1] as first_activity,
           (array_agg(activity order by at desc, id desc) filter (where counted))[1] as last_activity
    from met group by root_id),
  noted as (
    select h.root_id, max(n.at) as at,
           min(greatest(0, ceil(extract(epoch from n.at - h.created_at))))
             filter (where n.contact and n.contact_person_id is not null)::int as contact
    from history h join note n on n.region_id = p_region and n.lead_id = h.lead_id group by h.root_id)
  select p_region, r.created_at, r.id, r.pipeline, coalesce(c.reopened, false), c.closed_at,
         c.step_2, c.step_3, c.step_4, c.step_5, c.step_6, c.step_7, c.step_8,
         c.own_2, c.own_3, c.own_4, c.own_5, c.own_6, c.own_7, c.own_8,
         c.won, least(c.responded, t.conversation, n.contact), c.lost_at, f.secs, f.persons,
         t.first_activity, t.last_activity, r.municipality::smallint, t.first_at, t.last_at,
         greatest(r.created_at, c.at, t.at, n.at), r.owner_id,
         coalesce(c.stage, r.first_stage, 'new'), r.language, c.lost_reason, f.type
  from root r
  left join reached c on c.root_id = r.id
  left join first_outcome f on f.root_id = r.id
  left join touched t on t.root_id = r.id
  left join noted n on n.root_id = r.id
$$;

create function path_from_history(p_region uuid, p_leads uuid[]) returns setof public.path language sql stable as $$
  select p_region, r.id,
         string_agg(int4send(case t.how when 'referral' then -1 when 'own_initiative' then -2 else a.no end)
           || int4send((floor(extract(epoch from t.at)) - floor(extract(epoch from r.created_at)))::int), '' order by t.at, t.id)
  from lead r
  join lead h on h.region_id = p_region and (h.id = r.id or h.merged_into = r.id)
  join touch t on t.region_id = p_region and t.lead_id = h.id
  left join activity a on a.region_id = p_region and a.id = t.activity_id
  where r.region_id = p_region and r.id = any(p_leads) and r.merged_into is null
    and not exists (select from void v where v.region_id = p_region and v.target_id = t.id)
  group by r.id
$$;

-- Brings the projections of one lead up to date. Two writers of one lead wait for each other at its journey row.
-- Its statements are planned once a session: planning costs more than running them.
create function project_lead(p_region uuid, p_lead uuid, p_touches boolean) returns void
  language plpgsql security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
declare
  root uuid;
  now_row journey;
begin
  select coalesce(merged_into, id) into root from lead where region_id = p_region and id = p_lead;
  if root is null then return; end if;
  perform from journey where region_id = p_region and lead_id = root for update;
  select * into now_row from journey_from_history(p_region, array[root]);
  if now_row.lead_id is null then return; end if;
  update journey set
      created_at = now_row.created_at,
      step_2 = now_row.step_2, step_3 = now_row.step_3, step_4 = now_row.step_4, step_5 = now_row.step_5,
      step_6 = now_row.step_6, step_7 = now_row.step_7, step_8 = now_row.step_8,
      own_2 = now_row.own_2, own_3 = now_row.own_3, own_4 = now_row.own_4, own_5 = now_row.own_5,
      own_6 = now_row.own_6, own_7 = now_row.own_7, own_8 = now_row.own_8,
      won = now_row.won, responded = now_row.responded, lost_at = now_row.lost_at, lost_reason = now_row.lost_reason,
      reopened = now_row.reopened, closed_at = now_row.closed_at, touched_at = now_row.touched_at,
      first_outcome = now_row.first_outcome, outcome_type = now_row.outcome_type, persons = now_row.persons,
      first_at = now_row.first_at, last_at = now_row.last_at,
      first_activity = now_row.first_activity, last_activity = now_row.last_activity,
      pipeline = now_row.pipeline, municipality = now_row.municipality, stage = now_row.stage,
      language = now_row.language, owner = now_row.owner
    where region_id = p_region and lead_id = root and journey is distinct from now_row;
  if not exists (select from journey where region_id = p_region and lead_id = root) then
    insert into journey select now_row.*;
  end if;
  if p_touches then
    insert into path select * from path_from_history(p_region, array[root])
      on conflict (region_id, lead_id) do update set touches = excluded.touches where path.touches <> excluded.touches;
    if not found then
      delete from path p where p.region_id = p_region and p.lead_id = root
        and not exists (select from path_from_history(p_region, array[root]));
    end if;
  end if;
end $$;

create function project_history() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform project_lead(new.region_id, new.lead_id, tg_argv[0]::boolean);
  return null;
end $$;
create trigger touch_projects after insert on touch for each row execute function project_history('true');
create trigger stage_change_projects after insert on stage_change for each row execute function project_history('false');
create trigger outcome_projects after insert on outcome for each row execute function project_history('false');
create trigger note_projects after insert on note for each row execute function project_history('false');
create trigger void_projects after insert on void for each row execute function project_history('true');

create function project_changed_lead() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' and old.merged_into is distinct from new.merged_into then
    if new.merged_into is not null then
      delete from journey where region_id = new.region_id and lead_id = new.id;
      delete from path where region_id = new.region_id and lead_id = new.id;
    elsif old.merged_into is not null then
      perform project_lead(new.region_id, old.merged_into, true);
    end if;
    perform project_lead(new.region_id, new.id, true);
  else
    perform project_lead(new.region_id, new.id, tg_op = 'UPDATE' and old.created_at <> new.created_at);
  end if;
  return null;
end $$;
create trigger lead_projects after insert on lead for each row execute function project_changed_lead();
create trigger lead_change_projects after update of created_at, pipeline_id, owner_id, municipality, language, merged_into on lead
  for each row execute function project_changed_lead();

-- Rebuilds a region's projections from history (of one pipeline, or of all). Used when the order of stages changes, and by the operator.
-- Planned anew for each batch: a plan that does not know how many leads there are takes twenty times as long.
create function rebuild_projections(p_region uuid, p_pipeline uuid default null) returns int
  language plpgsql security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  batch uuid[];
  after uuid := '00000000-0000-0000-0000-000000000000';
  rebuilt int := 0;
begin
  loop
    select array_agg(id order by id) into batch from (
      select id from lead where region_id = p_region and merged_into is null and id > after
        and (p_pipeline is null or pipeline_id = p_pipeline)
      order by id limit 5000) l;
    exit when batch is null;
    perform from journey where region_id = p_region and lead_id = any(batch) order by lead_id for update;
    delete from journey where region_id = p_region and lead_id = any(batch);
    insert into journey select * from journey_from_history(p_region, batch);
    delete from path where region_id = p_region and lead_id = any(batch);
    insert into path select * from path_from_history(p_region, batch);
    rebuilt := rebuilt + cardinality(batch);
    after := batch[cardinality(batch)];
  end loop;
  return rebuilt;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
