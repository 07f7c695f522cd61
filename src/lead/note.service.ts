/** Notes: free words about a lead; one marked as contact says that the person was reached. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { newId } from '../platform/id.ts';
import { Conflict } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { toldInstant } from './lead.moments.ts';
import type { NoteInput } from './lead.schema.ts';
import type { NoteAdded } from './note.schema.ts';
import { Visibility } from './visibility.ts';

@Injectable()
export class NoteService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly viewer: Viewer,
  ) {}

  /** @throws Unprocessable `in_future` at `at`; Conflict `erased` */
  async add(leadId: string, { text, contact, at: told }: NoteInput): Promise<NoteAdded> {
    const lead = await this.visibility.mustSee(leadId, { lock: true });
    if (await this.isErased(lead.id)) throw new Conflict('erased', undefined, 'Nothing is written any more about who was erased');
    const now = new Date();
    const at = toldInstant(told, 'at', { now, otherwise: now });
    return { id: await this.write(lead.id, { text, contact, at }), leadId: lead.id, contact, at };
  }

  /** Notes on each lead of a person that is open or put off what she did herself; that wakes it. */
  async ofPerson(personId: string, text: string): Promise<void> {
    const leads = await this.scope.rows<{ id: string }>(sql`
      select l.id from lead l
      join person p on p.region_id = l.region_id and p.id = l.person_id
      join journey j on j.region_id = l.region_id and j.lead_id = l.id
      where l.region_id = ${this.scope.here.regionId} and l.merged_into is null and l.erased_at is null
        and (p.id = ${personId} or p.merged_into = ${personId})
        and (j.closed_at is null or exists (select from snooze s where s.region_id = l.region_id and s.lead_id = l.id))
      order by l.id`);
    for (const { id } of leads) {
      await this.visibility.hold(id);
      await this.write(id, { text, contact: false, at: new Date() });
    }
  }

  private async isErased(leadId: string): Promise<boolean> {
    const [gone] = await this.scope.rows(sql`
      select from lead where region_id = ${this.scope.here.regionId} and id = ${leadId} and erased_at is not null`);
    return gone !== undefined;
  }

  /** Writes a note of a lead that the caller holds; answers its id. After an erasure its words are not kept: what it belongs to stands. */
  async write(leadId: string, { text, contact, at }: { text: string; contact: boolean; at: Date }): Promise<string> {
    const { regionId, actorId } = this.scope.here;
    const id = newId();
    await this.scope.rows(sql`
      insert into note (region_id, id, lead_id, text, contact, at, contact_person_id, actor_id)
      select l.region_id, ${id}, l.id, case when l.erased_at is null then ${text} else '' end, ${contact}::boolean, ${at}::timestamptz,
             ${await this.viewer.contactPersonId()}::uuid, ${actorId}::uuid
      from lead l where l.region_id = ${regionId} and l.id = ${leadId}`);
    return id;
  }
}
