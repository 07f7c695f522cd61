/** The salt of the daily visitor hash: one a day for all processes, gone when its day is over, so that no hash can be worked out afterwards. */
import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Databases } from '../platform/databases.ts';

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

@Injectable()
export class VisitorSalts {
  private day = '';
  private salt = '';

  constructor(private readonly databases: Databases) {}

  /** Whether `visitor` can answer on this day (UTC). */
  isReady(now: number): boolean {
    return this.day === dayOf(now);
  }

  /** Takes the day's salt from the database, or gives it one. */
  async ready(now: number): Promise<void> {
    const day = dayOf(now);
    const row = await this.databases.row<{ salt: Buffer }>(sql`
      with made as (insert into visitor_salt (day, salt) values (${day}, ${randomBytes(32)}) on conflict do nothing returning salt)
      select salt from made union all select salt from visitor_salt where day = ${day} limit 1`);
    // Somebody else made it in the same moment: the next click finds it.
    if (row) [this.day, this.salt] = [day, row.salt.toString('base64')];
  }

  /** The visitor of a region on this day, 32 hex digits; null while the salt is not there. */
  visitor(regionId: string, address: string, agent: string, now: number): string | null {
    return this.isReady(now) ? hash('sha256', `${this.salt}\n${regionId}\n${address}\n${agent}`, 'hex').slice(0, 32) : null;
  }

  /** Forgets the salts of days that are over. */
  async forget(now = Date.now()): Promise<void> {
    await this.databases.rows(sql`delete from visitor_salt where day < ${dayOf(now)}`);
  }
}
