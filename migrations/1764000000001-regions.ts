/** The global tables (what must be found before a region is known) and the region's own frame: partners, programmes, settings. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Regions1764000000001 implements MigrationInterface {
  readonly name = 'Regions1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create extension if not exists btree_gist;

-- Global: nothing here is a lead's data, nothing refers to a region's table.
create table region (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  locale text not null default 'fi',
  time_zone text not null default 'Europe/Helsinki',
  currency text not null default 'EUR',
  small_number int not null default 5 check (small_number between 2 and 50),
  retention_months int not null default 24 check (retention_months between 1 and 120),
  demo boolean not null default false,
  created_at timestamptz not null default now());

create table municipality (
  code text primary key,
  name_fi text not null,
  name_sv text not null);

create table app_user (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  operator boolean not null default false,
  created_at timestamptz not null default now());
create unique index app_user_email on app_user (lower(email));

create table session (
  token_hash bytea primary key,
  user_id uuid not null references app_user on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null);
create index session_of_user on session (user_id);
create index session_expiry on session (expires_at);

create table member (
  region_id uuid not null references region on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  roles text[] not null check (roles <@ array['admin', 'marketer', 'contact', 'manager'] and cardinality(roles) > 0),
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  primary key (region_id, user_id));
create index member_user on member (user_id);

create table api_token (
  token_hash bytea primary key,
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  name text not null,
  role text not null check (role in ('admin', 'marketer', 'contact', 'manager')),
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz);
create index api_token_region on api_token (region_id);

-- Failed sign-ins, by a keyed hash of the address; forgotten after a quarter of an hour.
create table sign_in_failure (key bytea not null, at timestamptz not null default now());
create index sign_in_failure_key on sign_in_failure (key, at);

-- How far the loading of the demo has come; at most one row.
create table demo_loading (
  id boolean primary key default true check (id),
  done int not null,
  total int not null,
  started_at timestamptz not null default now());

-- The region's frame.
create table counter (region_id uuid not null references region on delete cascade, name text not null, last int not null, primary key (region_id, name));

create table region_municipality (
  region_id uuid not null references region on delete cascade, code text not null references municipality, primary key (region_id, code));

create table partner (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  name text not null,
  business_id text,
  basis text not null check (basis in ('public_task', 'legitimate_interest', 'contract', 'consent')),
  notice_version text not null default '1',
  created_at timestamptz not null default now(),
  primary key (region_id, id));
create unique index partner_name on partner (region_id, lower(name));

create table partner_member (
  region_id uuid not null,
  user_id uuid not null,
  partner_id uuid not null,
  primary key (region_id, user_id),
  foreign key (region_id, partner_id) references partner (region_id, id));

create table channel (
  region_id uuid not null references region on delete cascade,
  key text not null,
  label text not null,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (region_id, key));

create table programme (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  no int not null,
  name text not null,
  code text,
  starts_on date not null,
  ends_on date not null,
  budget_cents bigint not null check (budget_cents >= 0),
  eu_funding_cents bigint check (eu_funding_cents >= 0),
  funding_statement text,
  keep_until date,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, no),
  check (ends_on >= starts_on));

create table programme_partner (
  region_id uuid not null, programme_id uuid not null, partner_id uuid not null,
  primary key (region_id, programme_id, partner_id),
  foreign key (region_id, programme_id) references programme (region_id, id) on delete cascade,
  foreign key (region_id, partner_id) references partner (region_id, id));

create table work_package (
  region_id uuid not null, id uuid not null, programme_id uuid not null, code text not null, name text not null,
  primary key (region_id, id),
  unique (region_id, programme_id, code) deferrable,
  foreign key (region_id, programme_id) references programme (region_id, id) on delete cascade);

create table contact_person (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  user_id uuid,
  partner_id uuid not null,
  name text not null,
  title text,
  phone text,
  email text,
  languages text[] not null default '{}',
  municipalities text[] not null default '{}',
  created_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, partner_id) references partner (region_id, id));
create unique index contact_person_user on contact_person (region_id, user_id) where user_id is not null;

create table absence (
  region_id uuid not null,
  id uuid not null,
  contact_person_id uuid not null,
  period daterange not null,
  substitute_id uuid,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, contact_person_id) references contact_person (region_id, id) on delete cascade,
  foreign key (region_id, substitute_id) references contact_person (region_id, id),
  check (substitute_id is distinct from contact_person_id),
  constraint absence_once exclude using gist (region_id with =, contact_person_id with =, period with &&));
create index absence_substitute on absence (region_id, substitute_id);

create table organisation (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  name text not null,
  business_id text,
  industry text,
  municipality text references municipality,
  created_at timestamptz not null default now(),
  primary key (region_id, id));
create unique index organisation_business_id on organisation (region_id, business_id) where business_id is not null;
create index organisation_name on organisation (region_id, lower(name));
-- Without a business id the name tells organisations apart.
create unique index organisation_nameless on organisation (region_id, lower(name)) where business_id is null;

create table idempotency_key (
  region_id uuid not null references region on delete cascade,
  actor_id uuid not null,
  key_hash bytea not null,
  request_hash bytea not null,
  status int,
  answer bytea,                           -- sealed with the key itself, which is not kept
  created_at timestamptz not null default now(),
  primary key (region_id, actor_id, key_hash));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
