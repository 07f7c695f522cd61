/** The inbox: by when a person who wrote is to be answered, and what a contact person put off until a later day. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureRegionTable } from './region-table.ts';

export class Inbox1764000000011 implements MigrationInterface {
  readonly name = 'Inbox1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Finnish working days after the day of creation by whose end a first reply is in time.
alter table region add column response_days int not null default 2 check (response_days between 1 and 10);

-- A lead that a contact person does not want to see before a day; for her (and, when she owns it, for her substitute) only.
create table snooze (
  region_id uuid not null,
  lead_id uuid not null,
  contact_person_id uuid not null,
  until date not null,
  at timestamptz not null,                -- when she put it off: who writes again after that brings it back
  primary key (region_id, lead_id, contact_person_id),
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, contact_person_id) references contact_person (region_id, id) on delete cascade);
create index snooze_of on snooze (region_id, contact_person_id);
`);
    await secureRegionTable(runner, 'snooze', { grant: 'select, insert, update, delete', audit: 'values' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
