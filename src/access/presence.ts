/** Remembers on which days a member was here: who uses the product with a session on a day is present on it. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { addDays, dayOf, startOfDay } from '../platform/calendar.ts';
import { type RegionFacts, RegionScope } from '../platform/region-scope.ts';

/** Members remembered in this process, so that a day is written once. */
const MOST_REMEMBERED = 10_000;

@Injectable()
export class Presence {
  /** Until when a member needs no noting again: the end of the region's day. */
  private readonly notedUntil = new Map<string, number>();

  constructor(private readonly scope: RegionScope) {}

  /** Notes today, in the region's zone. */
  async note(region: RegionFacts, userId: string): Promise<void> {
    const key = `${region.id} ${userId}`;
    const now = new Date();
    if ((this.notedUntil.get(key) ?? 0) > now.getTime()) return;
    const day = dayOf(now, region.timeZone);
    await this.scope.run(region, { userId, roles: [] }, () =>
      this.scope.rows(sql`insert into presence (region_id, user_id, day) values (${region.id}, ${userId}, ${day}) on conflict do nothing`),
    );
    if (this.notedUntil.size >= MOST_REMEMBERED) this.notedUntil.clear();
    this.notedUntil.set(key, startOfDay(addDays(day, 1), region.timeZone).getTime());
  }
}
