/** On which days each user was there, so that reports can tell whether a contact person was active on a day long ago. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureRegionTable } from './region-table.ts';

export class Presence1764000000014 implements MigrationInterface {
  readonly name = 'Presence1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table presence (
  region_id uuid not null references region on delete cascade,
  user_id uuid not null,
  day date not null,
  primary key (region_id, user_id, day));

-- Who wrote something until now was there.
insert into presence
select distinct a.region_id, a.actor_id, (a.at at time zone r.time_zone)::date
from audit a join region r on r.id = a.region_id where a.actor_id is not null;
`);
    await secureRegionTable(runner, 'presence', { grant: 'select, insert', audit: 'nothing' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
