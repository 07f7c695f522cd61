/** What persons wrote themselves in a form: their newest words, and whether a contact person has done anything since. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import { HISTORY_OF_LEAD } from './lead.reader.ts';

export interface OwnWords {
  readonly leadId: string;
  readonly words: string;
  /** A contact person has noted or moved something after them. */
  readonly answered: boolean;
}

@Injectable()
export class OwnWordsReader {
  constructor(private readonly scope: RegionScope) {}

  /**
   * By lead; the viewer sees these leads and their persons' data may be used. A note is the person's when it was written in the
   * transaction of a sending of a form, by nobody of the region.
   */
  async of(leadIds: readonly string[]): Promise<Map<string, OwnWords>> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<OwnWords>(sql`
      select l.id as "leadId", own.text as words,
             exists (select from note c where c.region_id = l.region_id and c.lead_id in (${HISTORY_OF_LEAD})
                       and c.contact_person_id is not null and c.at > own.at)
             or exists (select from stage_change c where c.region_id = l.region_id and c.lead_id in (${HISTORY_OF_LEAD})
                       and c.contact_person_id is not null and c.at > own.at) as answered
      from lead l cross join lateral (
        select n.text, n.at from note n
        join form_sending s on s.region_id = n.region_id and s.lead_id = n.lead_id and s.at = n.created_at
        where n.region_id = l.region_id and n.lead_id in (${HISTORY_OF_LEAD}) and n.actor_id is null and n.text <> ''
          and not exists (select from void v where v.region_id = n.region_id and v.target_id = n.id)
        order by n.at desc, n.id desc limit 1) own
      where l.region_id = ${regionId} and l.id = any(${leadIds}::uuid[])`);
    return new Map(rows.map((row) => [row.leadId, row]));
  }
}
