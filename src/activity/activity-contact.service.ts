/** Who is responsible for an activity, and who was (rule 1). */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { ContactPersonService } from '../contact/contact-person.service.ts';
import { Calendar } from '../platform/calendar.ts';
import { Conflict, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { ActivityHandOver } from './activity.schema.ts';
import { ActivityStore } from './activity.store.ts';

interface Held {
  readonly contactPersonId: string;
  readonly since: Date;
}

@Injectable()
export class ActivityContactService {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly store: ActivityStore,
    private readonly contactPersons: ContactPersonService,
  ) {}

  /**
   * Makes a contact person responsible for new activities: since their first day where that is past, so that a hand-over
   * may name an earlier day, else since now.
   */
  async begin(activityIds: readonly string[], contactPersonId: string): Promise<void> {
    const { regionId, actorId, region } = this.scope.here;
    await this.scope.rows(sql`
      insert into activity_contact (region_id, activity_id, contact_person_id, since, actor_id)
      select region_id, id, ${contactPersonId}::uuid, least(starts_on::timestamp at time zone ${region.timeZone}, now()), ${actorId}::uuid
      from activity where region_id = ${regionId} and id = any(${activityIds}::uuid[])`);
  }

  /**
   * Gives an activity to another contact person, now or from the start of an earlier day, with those of its parts that the
   * same person holds. A part that she holds only since a later day changes hands from then.
   * @throws NotFound; Conflict `same_person`; Unprocessable `in_future`, `before_start`, or when the successor can't own work
   */
  async handOver(id: string, { contactPersonId, on }: ActivityHandOver): Promise<void> {
    await this.store.lock(id);
    await this.contactPersons.mustOwnWork(contactPersonId, 'contactPersonId');
    const held = await this.held(id);
    if (held.contactPersonId === contactPersonId) throw new Conflict('same_person', 'contactPersonId', 'She is responsible for it already');
    await this.move(id, held.contactPersonId, contactPersonId, this.momentOf(on, held.since));
  }

  /** The present row, locked. */
  private async held(activityId: string): Promise<Held> {
    const row = await this.scope.row<Held>(sql`
      select contact_person_id as "contactPersonId", since from activity_contact
      where region_id = ${this.scope.here.regionId} and activity_id = ${activityId} and until is null for update`);
    if (!row) throw new Conflict('try_again', undefined, 'Somebody handed it over at the same moment; try again');
    return row;
  }

  /** When a hand-over of `on` takes effect: at that day's start, on the first day of the present row from its first moment. */
  private momentOf(on: string | undefined, since: Date): Date | null {
    if (!on) return null;
    if (on > this.calendar.today()) throw new Unprocessable('in_future', 'on', 'A hand-over can not be in the future');
    if (on < this.calendar.dayOf(since)) throw new Unprocessable('before_start', 'on', 'She was not yet responsible for it on that day');
    return this.calendar.startOf(on);
  }

  private async move(id: string, from: string, to: string, at: Date | null): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`
      with held as (
        select c.activity_id, c.id from activity_contact c join activity a on a.region_id = c.region_id and a.id = c.activity_id
        where c.region_id = ${regionId} and (a.id = ${id} or a.parent_id = ${id}) and c.contact_person_id = ${from} and c.until is null
        order by c.activity_id for update of c),
      ended as (
        update activity_contact c set until = greatest(coalesce(${at}::timestamptz, now()), c.since)
        from held where c.region_id = ${regionId} and c.activity_id = held.activity_id and c.id = held.id
        returning c.activity_id, c.until)
      insert into activity_contact (region_id, activity_id, contact_person_id, since, actor_id)
      select ${regionId}::uuid, activity_id, ${to}::uuid, until, ${actorId}::uuid from ended`);
  }
}
