/** Moves the work of one contact person to another, so that nobody who leaves takes a chain with them. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LeadNews } from './lead-news.ts';
import type { HandedOver } from './hand-over.schema.ts';

interface Hands {
  readonly from: string;
  readonly to: string;
  /** The activities change hands then; leads change owner now. */
  readonly at: Date;
  readonly controllerChanges: boolean;
}

@Injectable()
export class HandOverService {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly news: LeadNews,
  ) {}

  /**
   * Gives every activity, open lead, unanswered follow-up and contact form of `from` to `to`, and writes the histories. The activities change hands
   * now, or at the start of the day `on`, where that is not before their present row. Won and lost leads stay: who closed them is a fact of the past.
   * @throws NotFound; Conflict `same_person`, `not_a_contact_person` at `to`; Unprocessable `in_future`, `before_start` at `on`
   */
  async handOver(from: string, to: string, on?: string): Promise<HandedOver> {
    if (from === to) throw new Conflict('same_person', 'to', 'She has it already');
    if (on && on > this.calendar.today()) throw new Unprocessable('in_future', 'on', 'This day lies in the future');
    const held = await this.holdActivities(from);
    const controllerChanges = await this.holdBoth(from, to);
    if (on && held.some(({ since }) => on < this.calendar.dayOf(since))) {
      throw new Unprocessable('before_start', 'on', 'She was not responsible for all of these activities yet');
    }
    const leads = await this.holdLeads(from);
    return this.move({ from, to, at: on ? this.calendar.startOf(on) : new Date(), controllerChanges }, leads);
  }

  /** Locks her activities and their present rows first, as a hand-over of one activity does: activities, then persons, then leads. */
  private async holdActivities(from: string): Promise<{ since: Date }[]> {
    const { regionId } = this.scope.here;
    const present = sql`contact_person_id = ${from} and until is null`;
    await this.scope.rows(sql`
      select from activity where region_id = ${regionId}
        and id in (select activity_id from activity_contact where region_id = ${regionId} and ${present})
      order by id for no key update`);
    return this.scope.rows(sql`
      select since from activity_contact where region_id = ${regionId} and ${present} order by activity_id for update`);
  }

  /** Locks both in the order of their ids, so that two hand-overs at once wait and never block each other; tells whether their partners differ. */
  private async holdBoth(from: string, to: string): Promise<boolean> {
    const people = await this.scope.rows<{ id: string; partnerId: string; left: boolean }>(sql`
      select id, partner_id as "partnerId", left_at is not null as left from contact_person
      where region_id = ${this.scope.here.regionId} and id = any(${[from, to]}::uuid[]) order by id for no key update`);
    const [giver, taker] = [from, to].map((id) => people.find((person) => person.id === id.toLowerCase()));
    if (!giver) throw new NotFound('This contact person');
    if (!taker || taker.left) throw new Conflict('not_a_contact_person', 'to', 'She is no present contact person');
    return giver.partnerId !== taker.partnerId;
  }

  /** Locks her leads: what is being written of them now is finished, and seen, before they move. */
  private async holdLeads(from: string): Promise<string[]> {
    const rows = await this.scope.rows<{ id: string }>(sql`
      select id from lead where region_id = ${this.scope.here.regionId} and owner_id = ${from} order by id for update`);
    return rows.map(({ id }) => id);
  }

  /** On the day a row of history began it may end with no length; the rows that begin together stay in their order. */
  private async move({ from, to, at, controllerChanges }: Hands, leads: string[]): Promise<HandedOver> {
    const { regionId, actorId } = this.scope.here;
    this.news.changed(leads);
    const row = await this.scope.row<HandedOver>(sql`
      with ended as (
        update activity_contact set until = greatest(${at}, since)
        where region_id = ${regionId} and contact_person_id = ${from} and until is null returning activity_id, until),
      begun as (
        insert into activity_contact (region_id, activity_id, contact_person_id, since, actor_id)
        select ${regionId}, activity_id, ${to}, until, ${actorId} from ended returning activity_id),
      owned as (
        update lead l set owner_id = ${to}
        from unnest(${leads}::uuid[], ${leads.map(() => newId())}::uuid[]) as held (lead_id, change_id), journey j
        where l.region_id = ${regionId} and l.id = held.lead_id and j.region_id = l.region_id and j.lead_id = l.id and j.closed_at is null
        returning l.id, held.change_id),
      noted as (
        insert into owner_change (region_id, id, lead_id, from_id, to_id, controller_changed, at, actor_id)
        select ${regionId}, change_id, id, ${from}, ${to}, ${controllerChanges}, ${new Date()}, ${actorId} from owned returning lead_id),
      due as (
        update follow_up set assignee_id = ${to}
        where region_id = ${regionId} and assignee_id = ${from} and answered_at is null and cancelled_at is null returning id),
      shown as (
        update contact_form set contact_person_id = ${to} where region_id = ${regionId} and contact_person_id = ${from} returning archived_at)
      select (select count(*)::int from begun) as activities,
             (select count(*)::int from noted) as leads,
             (select count(*)::int from due) as "followUps",
             (select count(*)::int from shown where archived_at is null) as forms,
             ${controllerChanges} and exists (select from noted) as "controllerChanged"`);
    return row!;
  }
}
