/** Owners: gives a lead to another contact person. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { ContactPersonService } from '../contact/contact-person.service.ts';
import { newId } from '../platform/id.ts';
import { Conflict } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { OwnerInput } from './lead.schema.ts';
import type { OwnerChanged } from './owner.schema.ts';
import { type LeadRow, Visibility } from './visibility.ts';

@Injectable()
export class OwnerService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly contactPersons: ContactPersonService,
  ) {}

  /**
   * Gives a lead to a present contact person; the old owner's unanswered follow-ups of it go along.
   * Persons are locked before leads, here and in a hand-over, so that the two never wait for each other.
   * @throws NotFound; Unprocessable `not_a_contact_person`, Conflict `already_owner` at `contactPersonId`; Conflict `owner_changed` at `from`
   */
  async change(leadId: string, { contactPersonId, from: expected }: OwnerInput): Promise<OwnerChanged> {
    await this.visibility.mustSee(leadId);
    await this.contactPersons.mustOwnWork(contactPersonId, 'contactPersonId');
    const controller = await this.contactPersons.partnerOf(contactPersonId);
    const lead = await this.visibility.mustSee(leadId, { lock: true });
    if (expected !== undefined && expected !== lead.ownerId)
      throw new Conflict('owner_changed', 'from', 'Somebody else took this lead meanwhile');
    if (lead.ownerId === contactPersonId.toLowerCase())
      throw new Conflict('already_owner', 'contactPersonId', 'She owns this lead already');
    return this.write(lead, contactPersonId, controller !== lead.partnerId);
  }

  private async write(lead: LeadRow, to: string, controllerChanged: boolean): Promise<OwnerChanged> {
    const { regionId, actorId } = this.scope.here;
    const id = newId();
    const row = await this.scope.row<Pick<OwnerChanged, 'owner' | 'followUps'>>(sql`
      with owned as (
        update lead set owner_id = ${to} where region_id = ${regionId} and id = ${lead.id} returning id),
      noted as (
        insert into owner_change (region_id, id, lead_id, from_id, to_id, controller_changed, at, actor_id)
        select ${regionId}, ${id}, id, ${lead.ownerId}, ${to}, ${controllerChanged}, ${new Date()}, ${actorId} from owned),
      due as (
        update follow_up set assignee_id = ${to}
        where region_id = ${regionId} and answered_at is null and cancelled_at is null and assignee_id is not distinct from ${lead.ownerId}::uuid
          and lead_id in (select l.id from lead l where l.region_id = ${regionId} and (l.id = ${lead.id} or l.merged_into = ${lead.id}))
        returning id)
      select json_build_object('id', c.id, 'name', c.name) as owner, (select count(*)::int from due) as "followUps"
      from contact_person c where c.region_id = ${regionId} and c.id = ${to}`);
    return { id, leadId: lead.id, controllerChanged, ...row! };
  }
}
