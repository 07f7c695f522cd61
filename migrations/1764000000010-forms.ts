/** Public contact forms with their addresses, what came through them, and the photos of the contact persons who stand on them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureRegionTable } from './region-table.ts';

export class Forms1764000000010 implements MigrationInterface {
  readonly name = 'Forms1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Global: a form is found by its address before its region is known. An address is never given to another form.
create table form_slug (
  slug text primary key,
  region_id uuid not null references region on delete cascade,
  form_id uuid not null);
grant select, insert on form_slug to suppilo_app;

create table contact_form (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  slug text not null,
  contact_person_id uuid not null,
  activity_id uuid,
  pipeline_id uuid,                      -- null: the one for what the person wants
  languages text[] not null check (cardinality(languages) > 0),
  fields jsonb not null,                 -- what it asks, in order: [{"field": "intent", "required": false}]
  texts jsonb not null default '{}',     -- by language, what differs from the built-in texts
  sites text[] not null default '{}',    -- origins that may show it in a frame
  paused_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, contact_person_id) references contact_person (region_id, id) on delete cascade,
  foreign key (region_id, activity_id) references activity (region_id, id) on delete set null (activity_id),
  foreign key (region_id, pipeline_id) references pipeline (region_id, id) on delete set null (pipeline_id));
create index contact_form_person on contact_form (region_id, contact_person_id);
create index contact_form_activity on contact_form (region_id, activity_id) where activity_id is not null;

alter table link add foreign key (region_id, form_id) references contact_form (region_id, id) on delete set null (form_id);

-- One sending of a form, by the id that its page carried: a repeat is the same one for ever. No word of what it said.
create table form_sending (
  region_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  lead_id uuid not null,
  at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, form_id) references contact_form (region_id, id) on delete cascade,
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade);
create index form_sending_form on form_sending (region_id, form_id);
create index form_sending_lead on form_sending (region_id, lead_id);

create table contact_photo (
  region_id uuid not null,
  contact_person_id uuid not null,
  type text not null check (type in ('image/webp', 'image/jpeg', 'image/png')),
  bytes bytea not null check (octet_length(bytes) between 1 and 12288),
  version text not null,                 -- digest of the bytes
  primary key (region_id, contact_person_id),
  foreign key (region_id, contact_person_id) references contact_person (region_id, id) on delete cascade);
`);
    await secureRegionTable(runner, 'contact_form', { grant: 'select, insert, update', audit: 'values' });
    await secureRegionTable(runner, 'form_sending', { grant: 'select, insert', audit: 'nothing' });
    await secureRegionTable(runner, 'contact_photo', { grant: 'select, insert, update, delete', audit: 'columns' });
    await this.firstForm(runner);
  }

  /**
   * A region has its first form as soon as it has a contact person, at its own address where that is free: so the first activity's link
   * already leads somewhere.
   */
  private async firstForm(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function give_first_form(p_region uuid, p_contact_person uuid) returns void language plpgsql as $$
declare
  home record;
  made uuid := gen_random_uuid();
  address text;
begin
  select slug, locale into home from region where id = p_region for no key update;
  if exists (select from contact_form where region_id = p_region) then
    -- Forms whose contact person left when nobody else was there have waited for this one.
    update contact_form f set contact_person_id = p_contact_person
    from contact_person c
    where f.region_id = p_region and c.region_id = f.region_id and c.id = f.contact_person_id and c.left_at is not null;
    return;
  end if;
  -- A number behind the region's address where another region's form has it already.
  for n in 1..1000 loop
    address := home.slug || case when n = 1 then '' else '-' || n end;
    insert into form_slug (slug, region_id, form_id) values (address, p_region, made) on conflict do nothing;
    exit when found;
  end loop;
  insert into contact_form (region_id, id, slug, contact_person_id, languages, fields) values (
    p_region, made, address, p_contact_person,
    case when home.locale = 'en' then '{en}'::text[] else array[home.locale, 'en'] end,
    '[{"field": "name", "required": true}, {"field": "email", "required": false}, {"field": "phone", "required": false},
      {"field": "intent", "required": true}, {"field": "municipality", "required": false}, {"field": "heardFrom", "required": false},
      {"field": "message", "required": false}]');
end $$;
grant execute on function give_first_form to suppilo_app;

create function contact_person_gets_form() returns trigger language plpgsql as $$
begin
  perform give_first_form(new.region_id, new.id);
  return null;
end $$;
create trigger contact_person_form after insert on contact_person for each row
  when (new.left_at is null) execute function contact_person_gets_form();

select give_first_form(c.region_id, c.id)
from (select distinct on (region_id) region_id, id from contact_person where left_at is null order by region_id, created_at, id) c;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
