/** Persons, leads and their history. History only grows: the application may insert into it, never change it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Leads1764000000003 implements MigrationInterface {
  readonly name = 'Leads1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table pipeline (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  no smallint not null,
  key text not null,
  label text not null,
  intent text,                            -- leads of this wish start here when no pipeline is named
  follow_up_months int[] not null default '{3,6,12}',
  follow_up_from text not null default 'outcome' check (follow_up_from in ('outcome', 'closing')),
  position int not null,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (region_id, id),
  unique (region_id, key),
  unique (region_id, no));

create table stage (
  region_id uuid not null,
  pipeline_id uuid not null,
  key text not null check (key <> 'lost'),
  label text not null,
  position int not null,
  archived_at timestamptz,
  primary key (region_id, pipeline_id, key),
  foreign key (region_id, pipeline_id) references pipeline (region_id, id) on delete cascade);

create table lost_reason (
  region_id uuid not null references region on delete cascade, key text not null, label text not null, position int not null, archived_at timestamptz,
  primary key (region_id, key));

create table heard_from_option (
  region_id uuid not null references region on delete cascade, key text not null, label text not null, channel text, position int not null,
  archived_at timestamptz, primary key (region_id, key));

-- A phone number as its digits in the international form, however it was typed: 040 123, +358 40 123 and 00358 (0)40 123 are one.
create function phone_key(phone text) returns text language sql immutable parallel safe as $$
  select nullif(regexp_replace(case when digits like '00%' then substr(digits, 3) when digits like '0%' then '358' || substr(digits, 2)
                                    else ltrim(digits, '+') end, '^3580', '358'), '')
  from (select regexp_replace(phone, '[^0-9+]', '', 'g') as digits) typed
$$;
-- A name as its words in small letters without marks, sorted: Mäkinen Väinö and Vaino Makinen are alike.
create function name_key(name text) returns text language sql immutable parallel safe as $$
  select string_agg(word, ' ' order by word)
  from regexp_split_to_table(regexp_replace(normalize(lower(name), NFD), '[\\u0300-\\u036f]', '', 'g'), '[[:space:][:punct:]]+') word
  where word <> ''
$$;

-- What likeness is looked up by stands in columns: under row-level security an index on an expression is not searched.
create table person (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  name text,
  email text,
  phone text,
  name_key text generated always as (name_key(name)) stored,
  email_key text generated always as (lower(email)) stored,
  phone_key text generated always as (phone_key(phone)) stored,
  languages text[] not null default '{}',
  protected boolean not null default false,
  merged_into uuid,
  restricted_until date,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, merged_into) references person (region_id, id));
create index person_email on person (region_id, email_key) where email_key is not null;
create index person_phone on person (region_id, phone_key) where phone_key is not null;
create index person_name on person (region_id, name_key) where name_key is not null;

create table lead (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  person_id uuid not null,
  pipeline_id uuid not null,
  intent text not null check (intent in ('move', 'work', 'found', 'study', 'remote')),
  municipality text references municipality,
  language text,
  origin text,
  age_class text,
  owner_id uuid,
  heard_from text[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  entered_at timestamptz not null default now(),
  merged_into uuid,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  foreign key (region_id, pipeline_id) references pipeline (region_id, id),
  foreign key (region_id, owner_id) references contact_person (region_id, id),
  foreign key (region_id, merged_into) references lead (region_id, id));
create index lead_person on lead (region_id, person_id);
create index lead_owner on lead (region_id, owner_id, created_at);
create index lead_created on lead (region_id, created_at);
create index lead_merged on lead (region_id, merged_into) where merged_into is not null;

-- On what ground a lead's data is kept; the newest row counts.
create table basis (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  kind text not null check (kind in ('public_task', 'legitimate_interest', 'contract', 'consent')),
  notice_version text,
  notice_given text check (notice_given in ('shown', 'sent', 'told')),
  at timestamptz not null,
  actor_id uuid,
  primary key (region_id, id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade);
create index basis_lead on basis (region_id, lead_id, at);

create table touch (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  activity_id uuid,
  organisation_id uuid,
  at timestamptz not null,
  how text not null check (how in ('link', 'form', 'attendance', 'conversation', 'self_reported', 'import', 'referral', 'own_initiative')),
  actor_id uuid,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  check ((activity_id is null) = (how in ('referral', 'own_initiative'))),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, activity_id) references activity (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id));
create index touch_lead on touch (region_id, lead_id, at) include (activity_id);
create index touch_activity on touch (region_id, activity_id, at);

create table owner_change (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  from_id uuid,
  to_id uuid,
  controller_changed boolean not null default false,
  at timestamptz not null,
  actor_id uuid,
  primary key (region_id, id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, from_id) references contact_person (region_id, id),
  foreign key (region_id, to_id) references contact_person (region_id, id));
create index owner_change_lead on owner_change (region_id, lead_id, at);

create table note (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  text text not null,
  contact boolean not null default false,  -- the person was reached
  at timestamptz not null,
  contact_person_id uuid,
  actor_id uuid,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, contact_person_id) references contact_person (region_id, id));
create index note_lead on note (region_id, lead_id, at);

create table outcome (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  type text not null check (type in ('settled_mover', 'new_company', 'employed', 'studying')),
  day date not null,
  municipality text not null references municipality,
  adults int,
  children int,
  from_country text,
  from_municipality text references municipality,
  residence text check (residence in ('permanent', 'temporary', 'seasonal')),
  home_municipality text check (home_municipality in ('yes', 'no', 'unknown')),
  organisation_id uuid,
  founders int check (founders > 0),
  sole_trader boolean,
  contact_person_id uuid,                 -- who closed it
  actor_id uuid,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  check (type <> 'settled_mover' or (adults >= 0 and children >= 0 and adults + children > 0)),
  check (type <> 'new_company' or organisation_id is not null),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, organisation_id) references organisation (region_id, id),
  foreign key (region_id, contact_person_id) references contact_person (region_id, id));
create index outcome_lead on outcome (region_id, lead_id, day);
create index outcome_day on outcome (region_id, day);

create table stage_change (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  stage text not null,
  reason text,
  at timestamptz not null,
  contact_person_id uuid,                 -- who made it, when a contact person did
  outcome_id uuid,                        -- the outcome that moved it to won
  actor_id uuid,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  check ((stage = 'lost') = (reason is not null)),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, contact_person_id) references contact_person (region_id, id),
  foreign key (region_id, outcome_id) references outcome (region_id, id));
create index stage_change_lead on stage_change (region_id, lead_id, at);

-- A work row: its assignee and its end change. Without an outcome it runs from the closing of the lead.
create table follow_up (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  outcome_id uuid,
  months int not null,
  due_on date not null,
  assignee_id uuid,
  answered_at timestamptz,
  cancelled_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, outcome_id) references outcome (region_id, id) on delete cascade,
  foreign key (region_id, assignee_id) references contact_person (region_id, id));
create index follow_up_due on follow_up (region_id, due_on) where answered_at is null and cancelled_at is null;
create index follow_up_assignee on follow_up (region_id, assignee_id) where answered_at is null and cancelled_at is null;
create index follow_up_lead on follow_up (region_id, lead_id);

create table follow_up_answer (
  region_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  status text not null check (status in ('still_here', 'left', 'no_answer')),
  day date not null,
  came_anyway text check (came_anyway in ('yes', 'partly', 'no')),
  note_id uuid,
  contact_person_id uuid,
  actor_id uuid,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, follow_up_id) references follow_up (region_id, id) on delete cascade,
  foreign key (region_id, note_id) references note (region_id, id),
  foreign key (region_id, contact_person_id) references contact_person (region_id, id));
create index follow_up_answer_of on follow_up_answer (region_id, follow_up_id);

-- A voided row stays and is not counted. Its reason in words is a note, so that it can be erased.
create table void (
  region_id uuid not null,
  target_id uuid not null,
  target text not null check (target in ('touch', 'stage_change', 'outcome', 'follow_up_answer')),
  lead_id uuid not null,
  note_id uuid not null,
  at timestamptz not null default now(),
  actor_id uuid,
  primary key (region_id, target_id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, note_id) references note (region_id, id));
create index void_lead on void (region_id, lead_id);

create table attendee (
  region_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  organisation_id uuid,
  wants_contact boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (region_id, activity_id, person_id),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade,
  foreign key (region_id, person_id) references person (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id));
create index attendee_person on attendee (region_id, person_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
