/** Tracked links with their codes, the clicks on them by month, and a programme's emblem. */
import { randomInt, randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTIVITY_FIGURE, CLICK_FUNCTIONS } from './1764000000008-functions.ts';
import { secureRegionTable } from './region-table.ts';

/** No look-alikes: without 0 o 1 l i. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export class Links1764000000008 implements MigrationInterface {
  readonly name = 'Links1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Whether clicks are kept with a hash of their visitor, salted anew each day; and a salt that lives no longer than its day.
alter table region add column visitor_hash boolean not null default false;
create table visitor_salt (day date primary key, salt bytea not null);
alter table programme add column emblem text not null default 'none' check (emblem in ('none', 'eu'));

-- Global: where a code leads is found before its region is known. A code is never taken away or given to another link.
create table link_code (
  code text primary key check (code ~ '^[a-hjkmnp-z2-9]{7}$'),
  region_id uuid not null references region on delete cascade,
  link_id uuid not null,
  unique (region_id, link_id));

-- Leads to its form or its outside page; with neither, to the region's first form, else to its activity's own page.
create table link (
  region_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  code text not null,
  form_id uuid,
  destination text check (destination ~ '^https://'),
  medium text,
  label text,
  paused_at timestamptz,
  pauses datemultirange not null default '{}',   -- whole days on which it was paused and which are over
  expires_on date,                       -- its last day
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (region_id, id),
  check (form_id is null or destination is null),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade);
create index link_activity on link (region_id, activity_id);

-- One use of a link. Never an address, never a cookie; its link is checked when it is recorded and takes its clicks along.
create table click (
  region_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  at timestamptz not null,
  referrer text,                         -- host
  language text,                         -- the first one accepted, without its country
  device text not null check (device in ('phone', 'tablet', 'desktop', 'other')),
  visitor bytea,
  primary key (region_id, id, at)) partition by range (at);
create index click_link on click (region_id, link_id, at);
create table click_default partition of click default;

create table click_day (
  region_id uuid not null,
  link_id uuid not null,
  day date not null,
  visits int not null,
  primary key (region_id, link_id, day),
  foreign key (region_id, link_id) references link (region_id, id) on delete cascade) with (fillfactor = 70);

-- The day of the first click on a link: from then on it counts as in use.
create table link_use (
  region_id uuid not null,
  link_id uuid not null,
  first_on date not null,
  primary key (region_id, link_id),
  foreign key (region_id, link_id) references link (region_id, id) on delete cascade);
`);
    await secureRegionTable(runner, 'link', { grant: 'select, insert, update', audit: 'values' });
    for (const table of ['click', 'click_day', 'link_use']) await secureRegionTable(runner, table, { grant: 'select', audit: 'nothing' });
    await runner.query(`
grant select, insert on link_code to suppilo_app;
grant select, insert, delete on visitor_salt to suppilo_app;
${CLICK_FUNCTIONS}
${ACTIVITY_FIGURE}`);
    await runner.query('select make_click_partitions()');
    await this.linkActivities(runner);
  }

  /** Activities from before links had one each: they get it now, as later ones do when they are made. */
  private async linkActivities(runner: QueryRunner): Promise<void> {
    const activities: { region_id: string; id: string }[] = await runner.query(
      'select region_id, id from activity order by created_at, no',
    );
    const codes = new Set<string>();
    while (codes.size < activities.length) codes.add(Array.from({ length: 7 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''));
    await runner.query(
      `with made as (
         insert into link (region_id, id, activity_id, code) select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])
         returning code, region_id, id)
       insert into link_code (code, region_id, link_id) select * from made`,
      [activities.map(({ region_id }) => region_id), activities.map(() => randomUUID()), activities.map(({ id }) => id), [...codes]],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
