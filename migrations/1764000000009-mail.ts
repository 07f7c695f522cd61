/** The mails that the product writes: first a row, then a letter, so that none is lost between the two. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureRegionTable } from './region-table.ts';

export class Mail1764000000009 implements MigrationInterface {
  readonly name = 'Mail1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Addresses and words are emptied when one of its persons is erased; the row stays as the fact that something was sent.
create table mail (
  region_id uuid not null references region on delete cascade,
  id uuid not null,
  kind text not null,
  person_id uuid,                         -- to whom it goes, or whom it is about
  about uuid[] not null default '{}',     -- further persons who are named in it
  lead_id uuid,
  contact_person_id uuid,                 -- to whom it goes, or in whose name
  from_name text,
  to_name text,
  to_email text,
  reply_to text,
  language text not null,
  subject text,
  text text,
  html text,
  automatic boolean not null,             -- written by the product, not by somebody: answering machines keep silent
  state text not null check (state in ('waiting', 'sent', 'kept', 'failed')),
  attempts int not null default 0,
  last_error text,                        -- a code or the server's status, never its words: they name addresses
  due_at timestamptz,                     -- when the sweep looks after it
  claimed_until timestamptz,              -- somebody is sending it
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (region_id, id),
  check (state <> 'waiting' or due_at is not null),
  foreign key (region_id, person_id) references person (region_id, id) on delete cascade,
  foreign key (region_id, lead_id) references lead (region_id, id) on delete cascade,
  foreign key (region_id, contact_person_id) references contact_person (region_id, id) on delete cascade);
create index mail_due on mail (region_id, due_at) where state = 'waiting';
create index mail_created on mail (region_id, created_at desc, id desc);
create index mail_person on mail (region_id, person_id) where person_id is not null;
create index mail_lead on mail (region_id, lead_id) where lead_id is not null;
create index mail_contact_person on mail (region_id, contact_person_id) where contact_person_id is not null;
`);
    await secureRegionTable(runner, 'mail', { grant: 'select, insert, update', audit: 'columns' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
