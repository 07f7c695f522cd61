/** Who wrote again: an answered person whose own word, by a form or on her own page, no contact person has met with anything since. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import { HISTORY_OF_LEAD } from './lead.reader.ts';

/** Letters shown of what she wrote; the lead's page has it all. */
const SHOWN = 400;

/** The newest entry by a contact person about `lead l`: a stage, a note or message, a conversation. */
const LAST_ENTRY = sql`greatest(
  (select max(c.created_at) from stage_change c
   where c.region_id = l.region_id and c.lead_id in (${HISTORY_OF_LEAD}) and c.contact_person_id is not null),
  (select max(n.created_at) from note n
   where n.region_id = l.region_id and n.lead_id in (${HISTORY_OF_LEAD})
     and (n.contact_person_id is not null or (n.contact and n.actor_id is not null))),
  (select max(t.created_at) from touch t
   where t.region_id = l.region_id and t.lead_id in (${HISTORY_OF_LEAD}) and t.how = 'conversation'))`;

/**
 * When she of an answered `lead l` wrote what nobody has met since, the first of it; null when nothing is left open. By when things were
 * written down, so that what is told late answers nothing that came after it.
 */
export const WROTE_AGAIN_AT = sql`(
  select least(
    (select min(t.created_at) from touch t
     where t.region_id = l.region_id and t.lead_id in (${HISTORY_OF_LEAD}) and t.how = 'form' and t.created_at > entry.at
       and not exists (select from void v where v.region_id = t.region_id and v.target_id = t.id)),
    (select min(n.created_at) from note n
     where n.region_id = l.region_id and n.lead_id in (${HISTORY_OF_LEAD}) and n.actor_id is null and n.created_at > entry.at))
  from (select ${LAST_ENTRY} as at) entry)`;

/** Since when she waits, and the newest of her own words. */
export interface Again {
  readonly since: Date;
  readonly text: string | null;
}

@Injectable()
export class WroteAgain {
  constructor(private readonly scope: RegionScope) {}

  /** Of these leads, those whose person wrote again. */
  async of(leadIds: readonly string[]): Promise<Map<string, Again>> {
    const rows = await this.scope.rows<Again & { id: string }>(sql`
      select l.id, again.since, (
        select left(n.text, ${SHOWN}) from note n
        where n.region_id = l.region_id and n.lead_id in (${HISTORY_OF_LEAD}) and n.actor_id is null and n.created_at >= again.since
        order by n.created_at desc, n.id desc limit 1) as text
      from lead l cross join lateral (select ${WROTE_AGAIN_AT} as since) again
      where l.region_id = ${this.scope.here.regionId} and l.id = any(${leadIds}::uuid[]) and again.since is not null`);
    return new Map(rows.map(({ id, ...again }) => [id, again]));
  }
}
