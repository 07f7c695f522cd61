/** What mails are for: messages to persons, reminders to contact persons, and follow-ups that ask by themselves. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureRegionTable } from './region-table.ts';

export class Messages1764000000015 implements MigrationInterface {
  readonly name = 'Messages1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A mail that a contact person wrote to a person. Its words are the note's, a contact as any other: it answers and touches the lead.
create table message (
  region_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  note_id uuid not null,
  mail_id uuid not null,
  primary key (region_id, id),
  unique (region_id, note_id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, note_id) references note (region_id, id) on delete cascade,
  foreign key (region_id, mail_id) references mail (region_id, id) on delete cascade);
create index message_lead on message (region_id, lead_id);
create index message_mail on message (region_id, mail_id);

-- The hour of the region's day at which a contact person is reminded; null: not at all; no row: the product's default.
create table reminder_choice (
  region_id uuid not null,
  contact_person_id uuid not null,
  hour smallint check (hour between 6 and 20),
  primary key (region_id, contact_person_id),
  foreign key (region_id, contact_person_id) references contact_person (region_id, id) on delete cascade);

-- Who was looked after on which day; without a mail there was nothing due.
create table reminder (
  region_id uuid not null,
  contact_person_id uuid not null,
  day date not null,
  mail_id uuid,
  at timestamptz not null default now(),
  primary key (region_id, contact_person_id, day),
  foreign key (region_id, contact_person_id) references contact_person (region_id, id) on delete cascade,
  foreign key (region_id, mail_id) references mail (region_id, id) on delete cascade);
create index reminder_mail on reminder (region_id, mail_id) where mail_id is not null;

-- A follow-up that was asked by mail: at most once ever.
create table follow_up_request (
  region_id uuid not null,
  follow_up_id uuid not null,
  mail_id uuid not null,
  at timestamptz not null default now(),
  primary key (region_id, follow_up_id),
  foreign key (region_id, follow_up_id) references follow_up (region_id, id) on delete cascade,
  foreign key (region_id, mail_id) references mail (region_id, id) on delete cascade);
create index follow_up_request_mail on follow_up_request (region_id, mail_id);

alter table follow_up_answer add column answered_by text not null default 'contact_person' check (answered_by in ('contact_person', 'person'));
alter table region add column follow_ups_by_mail boolean not null default true;
`);
    for (const table of ['message', 'reminder', 'follow_up_request'])
      await secureRegionTable(runner, table, { grant: 'select, insert', audit: table === 'reminder' ? 'nothing' : 'values' });
    await secureRegionTable(runner, 'reminder_choice', { grant: 'select, insert, update', audit: 'values' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
