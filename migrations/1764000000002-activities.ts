/** Activities, who was responsible for them and when, and what they reached. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Activities1764000000002 implements MigrationInterface {
  readonly name = 'Activities1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table activity (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  no int not null,                       -- small number within the region, for the projections
  kind text not null,
  title text not null,
  channel text not null,
  audience text not null check (audience in ('people', 'employers', 'both')),
  starts_on date not null,
  ends_on date,
  cost_cents bigint check (cost_cents >= 0),
  programme_id uuid,
  work_package_id uuid,
  partner_id uuid,
  parent_id uuid,
  municipalities text[] not null default '{}',
  languages text[] not null default '{}',
  url text,
  notes text,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (region_id, id),
  unique (region_id, no),
  check (ends_on >= starts_on),
  check (parent_id is distinct from id),
  foreign key (region_id, programme_id) references programme (region_id, id),
  foreign key (region_id, work_package_id) references work_package (region_id, id),
  foreign key (region_id, partner_id) references partner (region_id, id),
  foreign key (region_id, parent_id) references activity (region_id, id));
create index activity_start on activity (region_id, starts_on);
create index activity_parent on activity (region_id, parent_id) where parent_id is not null;

-- History: a row's end is set once, by a hand-over. The first row also counts for all time before it.
-- A hand-over on a row's own first instant leaves a row of no length: rows that begin together are ordered by id, the last one counts.
create table activity_contact (
  region_id uuid not null,
  activity_id uuid not null,
  id bigint generated always as identity,
  contact_person_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  actor_id uuid,
  primary key (region_id, activity_id, id),
  check (until >= since),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade,
  foreign key (region_id, contact_person_id) references contact_person (region_id, id));
create index activity_contact_since on activity_contact (region_id, activity_id, since);
create unique index activity_contact_now on activity_contact (region_id, activity_id) where until is null;
create index activity_contact_person on activity_contact (region_id, contact_person_id) where until is null;

create table activity_organisation (
  region_id uuid not null, activity_id uuid not null, organisation_id uuid not null, created_at timestamptz not null default now(),
  primary key (region_id, activity_id, organisation_id),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade,
  foreign key (region_id, organisation_id) references organisation (region_id, id));
create index activity_organisation_of on activity_organisation (region_id, organisation_id);

create table metric_period (
  region_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  metric text not null,
  source text not null,
  external_id text not null default '',
  period daterange not null check (not isempty(period)),
  value bigint not null check (value >= 0),
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade,
  constraint metric_period_once exclude using gist
    (region_id with =, activity_id with =, metric with =, source with =, external_id with =, period with &&));

create table snapshot (
  region_id uuid not null,
  activity_id uuid not null,
  metric text not null,
  source text not null,
  taken_at timestamptz not null,
  value bigint not null check (value >= 0),
  created_at timestamptz not null default now(),
  primary key (region_id, activity_id, metric, source, taken_at),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade);

create table attendance (
  region_id uuid not null,
  activity_id uuid not null,
  headcount int check (headcount >= 0),
  by_language jsonb not null default '{}',
  updated_at timestamptz not null default now(),
  primary key (region_id, activity_id),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
