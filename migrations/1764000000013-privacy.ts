/** Personal data (rule 9): why a person is restricted, objections, what was erased, announced deletions, notices, and the record of processing. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureRegionTable } from './region-table.ts';

export class Privacy1764000000013 implements MigrationInterface {
  readonly name = 'Privacy1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Restricted: kept and not used. Asked for or objected to: until somebody lifts it ('9999-12-31'); evidence: until its day, then erased.
alter table person add column restricted_because text check (restricted_because in ('asked', 'objection', 'evidence'));
update person set restricted_because = 'asked' where restricted_until is not null;
alter table person add constraint person_restriction check ((restricted_until is null) = (restricted_because is null));
create index person_evidence on person (region_id, restricted_until) where restricted_because = 'evidence';
-- The words of one lead are erased before its person, when she has another that is still kept.
alter table lead add column erased_at timestamptz;

-- A person as lists, boards, searches and mails may show her: of a restricted one nothing that tells who she is.
create view person_shown with (security_invoker = true) as
  select region_id, id, protected, merged_into, restricted_until, restricted_because, erased_at, created_at, languages,
         case when restricted_until is null then name end as name,
         case when restricted_until is null then email end as email,
         case when restricted_until is null then phone end as phone,
         case when restricted_until is null then name_key end as name_key,
         case when restricted_until is null then email_key end as email_key,
         case when restricted_until is null then phone_key end as phone_key
  from person;
grant select on person_shown to suppilo_app;

create table objection (
  region_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  bases text[] not null,                 -- the grounds objected to
  by_herself boolean not null,           -- through her own page
  at timestamptz not null default now(),
  decide_by date not null,
  decided_at timestamptz,
  decision text check (decision in ('upheld', 'rejected')),
  actor_id uuid,
  decided_by uuid,
  primary key (region_id, id),
  check ((decided_at is null) = (decision is null)),
  foreign key (region_id, person_id) references person (region_id, id) on delete cascade);
create unique index objection_open on objection (region_id, person_id) where decided_at is null;

-- History: that somebody's data was erased or restricted, when and why; never whose it was.
create table erasure (
  region_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  lead_id uuid,                          -- the words of this lead alone
  asked_by text not null check (asked_by in ('herself', 'staff', 'retention')),
  reason text not null check (reason in ('asked', 'objection', 'mistake', 'spam', 'retention', 'other')),
  restricted_until date,
  at timestamptz not null default now(),
  actor_id uuid,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id) on delete cascade,
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade);
create index erasure_person on erasure (region_id, person_id);

-- That the deletion of a lead, or of a person without leads (an attendee), on this day was announced.
create table deletion_notice (
  region_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  lead_id uuid,
  delete_on date not null,
  announced_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id) on delete cascade,
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade);
create unique index deletion_notice_once on deletion_notice (region_id, person_id, coalesce(lead_id, person_id), delete_on);
create index deletion_notice_lead on deletion_notice (region_id, lead_id, delete_on);

-- A published notice never changes: another text is another version.
create table notice (
  region_id uuid not null,
  partner_id uuid not null,
  version text not null,
  language text not null,
  summary text not null,                 -- the two sentences of the form
  text text not null,
  at timestamptz not null default now(),
  actor_id uuid,
  primary key (region_id, partner_id, version, language),
  foreign key (region_id, partner_id) references partner (region_id, id) on delete cascade);

-- The record of processing (Article 30) of a partner; a part that is not written yet is shown prefilled.
create table processing_record (
  region_id uuid not null,
  partner_id uuid not null,
  parts jsonb not null default '{}',
  updated_at timestamptz not null default now(),
  primary key (region_id, partner_id),
  foreign key (region_id, partner_id) references partner (region_id, id) on delete cascade);

-- The audit is searched by row: a stored column, because an expression is not looked up under row-level security.
alter table audit add column row_id text generated always as (row_key ->> 'id') stored;
create index audit_row on audit (region_id, row_id, at);
`);
    await secureRegionTable(runner, 'objection', { grant: 'select, insert, update', audit: 'values' });
    await secureRegionTable(runner, 'erasure', { grant: 'select, insert', audit: 'values' });
    await secureRegionTable(runner, 'deletion_notice', { grant: 'select, insert', audit: 'nothing' });
    await secureRegionTable(runner, 'notice', { grant: 'select, insert', audit: 'values' });
    await secureRegionTable(runner, 'processing_record', { grant: 'select, insert, update', audit: 'values' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
