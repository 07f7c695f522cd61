/** Notes: free words about a lead; one marked as contact says that the person was reached. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { newId } from '../platform/id.ts';
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

  /** @throws Unprocessable `in_future` at `at` */
  async add(leadId: string, { text, contact, at: told }: NoteInput): Promise<NoteAdded> {
    const lead = await this.visibility.mustSee(leadId, { lock: true });
    const now = new Date();
    const at = toldInstant(told, 'at', { now, otherwise: now });
    return { id: await this.write(lead.id, { text, contact, at }), leadId: lead.id, contact, at };
  }

  /** Writes a note of a lead that the caller holds; answers its id. */
  async write(leadId: string, { text, contact, at }: { text: string; contact: boolean; at: Date }): Promise<string> {
    const { regionId, actorId } = this.scope.here;
    const id = newId();
    await this.scope.rows(sql`
      insert into note (region_id, id, lead_id, text, contact, at, contact_person_id, actor_id)
      values (${regionId}, ${id}, ${leadId}, ${text}, ${contact}, ${at}, ${await this.viewer.contactPersonId()}, ${actorId})`);
    return id;
  }
}
