/** One person known twice: what tells two persons alike, what was merged, and how it is undone. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureRegionTable } from './region-table.ts';

export class Merging1764000000012 implements MigrationInterface {
  readonly name = 'Merging1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIKENESS);
    await runner.query(MERGES);
    await runner.query(CREATION);
    await this.letJourneysBeginWithTheFirst(runner);
    await runner.query(
      `select rebuild_projections(region_id) from (select distinct region_id from lead where merged_into is not null) merged`,
    );
    await secureRegionTable(runner, 'likeness', { grant: 'select, insert, update, delete', audit: 'nothing' });
    await secureRegionTable(runner, 'likeness_due', { grant: 'select, insert, update, delete', audit: 'nothing' });
    await secureRegionTable(runner, 'not_duplicate', { grant: 'select, insert, update, delete', audit: 'values' });
    await secureRegionTable(runner, 'lead_merge', { grant: 'select, insert, update', audit: 'values' });
    await secureRegionTable(runner, 'person_merge', { grant: 'select, insert, update', audit: 'columns' });
  }

  /** Whatever else a journey has learnt to count stays as it is: only where it takes its beginning from changes. */
  private async letJourneysBeginWithTheFirst(runner: QueryRunner): Promise<void> {
    const [{ definition }] = await runner.query(
      `select pg_get_functiondef('journey_from_history(uuid, uuid[])'::regprocedure) as definition`,
    );
    const changed = definition.replace(
      'select l.id, l.created_at, l.pipeline_id',
      'select l.id, first_created(p_region, l.id, l.created_at) as created_at, l.pipeline_id',
    );
    if (changed === definition) throw new Error('journey_from_history takes its beginning from elsewhere');
    await runner.query(changed);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}

const LIKENESS = `
-- The first four letters of the three longest words of a name. Two names that are one have one of these in common, unless both
-- words are mistyped at their beginning.
create function name_part(name text, place int) returns text language sql immutable parallel safe as $$
  select left(word, 4) from regexp_split_to_table(name_key(name), ' ') word
  where length(word) > 1 order by length(word) desc, word offset place - 1 limit 1
$$;

-- phone_e164 is the number as the whole world writes it; the application fills it. Where it did not, and always when a number is
-- taken away, the trigger does.
alter table person
  add phone_e164 text,
  add name_part_1 text generated always as (name_part(name, 1)) stored,
  add name_part_2 text generated always as (name_part(name, 2)) stored,
  add name_part_3 text generated always as (name_part(name, 3)) stored;

create function keep_phone_e164() returns trigger language plpgsql as $$
declare
  key text := phone_key(new.phone);
begin
  if key is null then
    new.phone_e164 := null;
  elsif new.phone_e164 is null
        or tg_op = 'UPDATE' and new.phone is distinct from old.phone and new.phone_e164 is not distinct from old.phone_e164 then
    new.phone_e164 := '+' || key;
  end if;
  return new;
end $$;
create trigger person_phone_e164 before insert or update of phone, phone_e164 on person for each row execute function keep_phone_e164();
alter table person disable trigger person_audit;
update person set phone_e164 = '+' || phone_key where phone_key is not null;
alter table person enable trigger person_audit;

create index person_phone_e164 on person (region_id, phone_e164) where phone_e164 is not null;
create index person_name_part_1 on person (region_id, name_part_1) where name_part_1 is not null;
create index person_name_part_2 on person (region_id, name_part_2) where name_part_2 is not null;
create index person_name_part_3 on person (region_id, name_part_3) where name_part_3 is not null;

-- Two persons who may be one: a projection, made again whenever something changes of what it is made of.
create table likeness (
  region_id uuid not null references region on delete cascade,
  a uuid not null,
  b uuid not null check (a < b),
  why text[] not null,                    -- email, phone, name
  score real not null check (score > 0 and score <= 1),
  primary key (region_id, a, b));
create index likeness_b on likeness (region_id, b);

-- Persons who are to be compared anew. Rows are only added and taken away, so that nobody who writes waits for who compares.
create table likeness_due (
  region_id uuid not null references region on delete cascade,
  id bigint generated always as identity,
  person_id uuid not null,
  primary key (region_id, id));

create function note_likeness_due() returns trigger language plpgsql as $$
begin
  insert into likeness_due (region_id, person_id) values (new.region_id, case tg_table_name when 'lead' then (to_jsonb(new) ->> 'person_id')::uuid else new.id end);
  return null;
end $$;
create trigger person_likeness_due after insert on person for each row execute function note_likeness_due();
create trigger person_change_likeness_due after update of name, email, phone, phone_e164 on person for each row
  when (old.name is distinct from new.name or old.email is distinct from new.email or old.phone is distinct from new.phone
        or old.phone_e164 is distinct from new.phone_e164)
  execute function note_likeness_due();
create trigger lead_likeness_due after insert on lead for each row when (new.municipality is not null) execute function note_likeness_due();
create trigger lead_change_likeness_due after update of municipality on lead for each row
  when (old.municipality is distinct from new.municipality) execute function note_likeness_due();
insert into likeness_due (region_id, person_id) select region_id, id from person where erased_at is null;

-- Two who are not one, as somebody said who knows.
create table not_duplicate (
  region_id uuid not null,
  a uuid not null,
  b uuid not null check (a < b),
  at timestamptz not null default now(),
  actor_id uuid,
  primary key (region_id, a, b),
  foreign key (region_id, a) references person (region_id, id) on delete cascade,
  foreign key (region_id, b) references person (region_id, id) on delete cascade);
create index not_duplicate_b on not_duplicate (region_id, b);
`;

const MERGES = `
-- Which lead was merged into which: a tree, of which lead.merged_into always names the root. What has one act_id was merged at once
-- and is undone at once.
create table lead_merge (
  region_id uuid not null,
  id uuid not null,
  act_id uuid not null,
  lead_id uuid not null,
  into_id uuid not null,
  taken text[] not null default '{}',     -- facts that the kept lead lacked and has from this one
  follow_ups uuid[] not null default '{}',-- given to the owner of the kept lead
  at timestamptz not null,
  actor_id uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (region_id, id),
  check (lead_id <> into_id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, into_id) references lead (region_id, id) on delete cascade);
create unique index lead_merge_standing on lead_merge (region_id, lead_id) where undone_at is null;
create index lead_merge_into on lead_merge (region_id, into_id) where undone_at is null;
create index lead_merge_act on lead_merge (region_id, act_id);

-- The same of persons. name, email and phone hold what the kept person had before, where she took it from the merged one: they are erased
-- with her. languages are those she has from her.
create table person_merge (
  region_id uuid not null,
  id uuid not null,
  act_id uuid not null,
  person_id uuid not null,
  into_id uuid not null,
  taken text[] not null default '{}',     -- name, email, phone, languages, protected
  name text,
  email text,
  phone text,
  languages text[],
  at timestamptz not null,
  actor_id uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (region_id, id),
  check (person_id <> into_id),
  foreign key (region_id, person_id) references person (region_id, id) on delete cascade,
  foreign key (region_id, into_id) references person (region_id, id) on delete cascade);
create unique index person_merge_standing on person_merge (region_id, person_id) where undone_at is null;
create index person_merge_into on person_merge (region_id, into_id) where undone_at is null;
create index person_merge_act on person_merge (region_id, act_id);
`;

const CREATION = `
-- A lead begins with the earliest of those that were merged into it.
create function first_created(p_region uuid, p_lead uuid, p_own timestamptz) returns timestamptz language sql stable as $$
  select least(p_own, (select min(m.created_at) from lead m where m.region_id = p_region and m.merged_into = p_lead))
$$;

create or replace function path_from_history(p_region uuid, p_leads uuid[]) returns setof public.path language sql stable as $$
  with root as (
    select l.id, first_created(p_region, l.id, l.created_at) as created_at from lead l
    where l.region_id = p_region and l.id = any(p_leads) and l.merged_into is null)
  select p_region, r.id,
         string_agg(int4send(case t.how when 'referral' then -1 when 'own_initiative' then -2 else a.no end)
           || int4send((floor(extract(epoch from t.at)) - floor(extract(epoch from r.created_at)))::int), '' order by t.at, t.id)
  from root r
  join lead h on h.region_id = p_region and (h.id = r.id or h.merged_into = r.id)
  join touch t on t.region_id = p_region and t.lead_id = h.id
  left join activity a on a.region_id = p_region and a.id = t.activity_id
  where not exists (select from void v where v.region_id = p_region and v.target_id = t.id)
  group by r.id
$$;
-- Locks a lead and the one it is read with. One that is merged while this waits is looked up again: what was held meanwhile is let go,
-- so that nobody waits in a circle.
create function hold_lead(p_region uuid, p_lead uuid) returns void language plpgsql as $$
declare
  held uuid[];
begin
  loop
    begin
      select array_agg(id) into held from (
        select id from lead where region_id = p_region
          and id in (select unnest(array[l.id, l.merged_into]) from lead l where l.region_id = p_region and l.id = p_lead)
        order by id for update) rows;
      if not exists (select from lead where region_id = p_region and id = p_lead and merged_into <> all (held)) then return; end if;
      raise exception using errcode = 'SU001';
    exception when sqlstate 'SU001' then null;
    end;
  end loop;
end $$;
grant execute on function hold_lead to suppilo_app;
`;
