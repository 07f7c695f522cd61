/** Regions, for what has no member at its door: public pages, links in mails, jobs. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { Databases } from './databases.ts';
import type { Actor, RegionFacts } from './region-scope.ts';

/** Columns of `region r` as RegionFacts names them. */
export const REGION_FACTS = raw(`r.id, r.slug, r.name, r.locale, r.time_zone as "timeZone", r.currency,
  r.small_number as "smallNumber", r.retention_months as "retentionMonths", r.response_days as "responseDays",
  r.follow_ups_by_mail as "followUpsByMail", r.color, r.demo`);

/** The product itself: jobs, and what the public sends. */
export const NOBODY: Actor = { userId: null, roles: [] };

@Injectable()
export class RegionDirectory {
  constructor(private readonly databases: Databases) {}

  find(id: string): Promise<RegionFacts | undefined> {
    return this.databases.row<RegionFacts>(sql`select ${REGION_FACTS} from region r where r.id = ${id}`);
  }

  /** All regions, the oldest first: what a nightly job goes through. */
  all(): Promise<RegionFacts[]> {
    return this.databases.rows<RegionFacts>(sql`select ${REGION_FACTS} from region r order by r.created_at, r.id`);
  }
}
