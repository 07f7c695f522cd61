/** Remembers on which days a member was here: who uses the product with a session on a day is present on it. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { dayOf } from '../platform/calendar.ts';
import { type RegionFacts, RegionScope } from '../platform/region-scope.ts';

/** Members remembered in this process, so that a day is written once. */
const MOST_REMEMBERED = 10_000;

@Injectable()
export class Presence {
  private readonly noted = new Map<string, string>();

  constructor(private readonly scope: RegionScope) {}

  /** Notes today, in the region's zone. */
  async note(region: RegionFacts, userId: string): Promise<void> {
    const day = dayOf(new Date(), region.timeZone);
    const key = `${region.id} ${userId}`;
    if (this.noted.get(key) === day) return;
    await this.scope.run(region, { userId, roles: [] }, () =>
      this.scope.rows(sql`insert into presence (region_id, user_id, day) values (${region.id}, ${userId}, ${day}) on conflict do nothing`),
    );
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.set(key, day);
  }
}
