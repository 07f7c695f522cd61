/** Snoozes: a contact person puts a lead off until a day; it comes back on that day, or when the person writes again. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { addDays, Calendar } from '../platform/calendar.ts';
import { Conflict, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LeadNews } from './lead-news.ts';
import { HISTORY_OF_LEAD } from './lead.reader.ts';
import type { Snoozed } from './snooze.schema.ts';
import { Visibility } from './visibility.ts';

/** Nobody remembers why after more days than these. */
const MOST_DAYS = 366;

/** What the viewer put off, as conditions on `lead l`. */
export interface SnoozeConditions {
  readonly asleep: Sql;
  /** It has come back, and nobody has done anything about it since. */
  readonly returned: Sql;
  /** The day it comes back. */
  readonly until: Sql;
}

@Injectable()
export class Snoozes {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly visibility: Visibility,
    private readonly calendar: Calendar,
    private readonly news: LeadNews,
  ) {}

  /**
   * Puts a lead off for the viewer; a later one replaces it.
   * @throws NotFound; Conflict `no_inbox` without a contact person's profile; Unprocessable `not_later`, `too_far` at `until`
   */
  async put(leadId: string, until: string): Promise<Snoozed> {
    const today = this.calendar.today();
    if (until <= today) throw new Unprocessable('not_later', 'until', 'Choose a later day');
    if (until > addDays(today, MOST_DAYS)) throw new Unprocessable('too_far', 'until', 'Choose a day within a year');
    const { id, contactPersonId } = await this.hers(leadId);
    await this.scope.rows(sql`
      insert into snooze (region_id, lead_id, contact_person_id, until, at)
      values (${this.scope.here.regionId}, ${id}, ${contactPersonId}, ${until}, ${new Date()})
      on conflict (region_id, lead_id, contact_person_id) do update set until = excluded.until, at = excluded.at`);
    return { leadId: id, until };
  }

  /** Brings a lead back at once; nothing happens when it was not put off. @throws as `put` does */
  async end(leadId: string): Promise<void> {
    const { id, contactPersonId } = await this.hers(leadId);
    await this.scope.rows(sql`
      delete from snooze where region_id = ${this.scope.here.regionId} and lead_id = ${id} and contact_person_id = ${contactPersonId}`);
  }

  /** For the viewer her own snoozes count, and of a lead that she sees for its owner the owner's, too. */
  async conditions(): Promise<SnoozeConditions> {
    const own = await this.viewer.contactPersonId();
    const hers = sql`
      s.region_id = l.region_id and s.lead_id = l.id and (s.contact_person_id = ${own}::uuid or s.contact_person_id = l.owner_id)`;
    const woken = sql`from snooze s cross join lateral (select ${this.wakesAt()} as at) woke where ${hers}`;
    const asleep = sql`exists (select ${woken} and woke.at > now())`;
    return {
      asleep,
      returned: sql`(exists (select ${woken} and woke.at <= now() and not ${ACTED}) and not ${asleep})`,
      until: sql`(select max(s.until) from snooze s where ${hers})`,
    };
  }

  /** Of these leads: until when the viewer put it off, and whether it has come back. */
  async of(leadIds: readonly string[]): Promise<Map<string, { readonly until: string; readonly returned: boolean }>> {
    const { returned, until } = await this.conditions();
    const rows = await this.scope.rows<{ id: string; until: string; returned: boolean }>(sql`
      select id, until, returned from (
        select l.id, ${until} as until, ${returned} as returned from lead l
        where l.region_id = ${this.scope.here.regionId} and l.id = any(${leadIds}::uuid[])) asked
      where until is not null`);
    return new Map(rows.map(({ id, ...rest }) => [id, rest]));
  }

  /** When a `snooze s` of `lead l` ends: at the start of its day, or when the person wrote something herself after it began. */
  private wakesAt(): Sql {
    return sql`least(s.until::timestamp at time zone ${this.calendar.timeZone}, ${SHE_WROTE_AT})`;
  }

  private async hers(leadId: string): Promise<{ id: string; contactPersonId: string }> {
    const { id } = await this.visibility.mustSee(leadId);
    const contactPersonId = await this.viewer.contactPersonId();
    if (!contactPersonId) throw new Conflict('no_inbox', undefined, 'Only a contact person has an inbox of her own');
    this.news.changed([id]);
    return { id, contactPersonId };
  }
}

/**
 * When the person herself first wrote after a `snooze s` began: a form, an answer to a follow-up, or what the product noted down for
 * her (a note that nobody of the region wrote).
 */
const SHE_WROTE_AT = sql`least(
  (select min(t.created_at) from touch t
   where t.region_id = s.region_id and t.lead_id in (${HISTORY_OF_LEAD}) and t.how = 'form' and t.created_at > s.at),
  (select min(n.created_at) from note n
   where n.region_id = s.region_id and n.lead_id in (${HISTORY_OF_LEAD}) and n.actor_id is null and n.created_at > s.at),
  (select min(x.created_at) from follow_up f join follow_up_answer x on x.region_id = f.region_id and x.follow_up_id = f.id
   where f.region_id = s.region_id and f.lead_id in (${HISTORY_OF_LEAD}) and x.answered_by = 'person' and x.created_at > s.at))`;

/** Something was written about the lead after its snooze ended. */
const ACTED = sql`(
  exists (select from note n where n.region_id = l.region_id and n.lead_id in (${HISTORY_OF_LEAD}) and n.created_at >= woke.at and n.actor_id is not null)
  or exists (select from stage_change c where c.region_id = l.region_id and c.lead_id in (${HISTORY_OF_LEAD}) and c.created_at >= woke.at)
  or exists (select from owner_change o where o.region_id = l.region_id and o.lead_id in (${HISTORY_OF_LEAD}) and o.at >= woke.at))`;
