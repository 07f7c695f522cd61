/** The merges that stand behind a lead: which leads and persons are read as it and its person. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import type { MergeOfLead } from './merge.schema.ts';
import { undoUntil } from './merge.service.ts';

type Standing = Omit<MergeOfLead, 'at' | 'undoUntil'> & { readonly at: Date };
export type MergeLine = Omit<MergeOfLead, 'at' | 'undoUntil'> & { readonly at: Date; readonly undoUntil: Date | null };

@Injectable()
export class MergeReader {
  constructor(private readonly scope: RegionScope) {}

  /** The newest first. For who sees the lead. */
  async of(leadId: string, personId: string): Promise<MergeLine[]> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<Standing>(sql`
      with edge as (
        select m.act_id, m.at, m.actor_id, m.lead_id, null::uuid as person_id from lead_merge m
        join lead l on l.region_id = m.region_id and l.id = m.lead_id
        where m.region_id = ${regionId} and m.undone_at is null and l.merged_into = ${leadId}
        union all
        select m.act_id, m.at, m.actor_id, null, m.person_id from person_merge m
        join person p on p.region_id = m.region_id and p.id = m.person_id
        where m.region_id = ${regionId} and m.undone_at is null and p.merged_into = ${personId})
      select e.act_id as id, max(e.at) as at, max(u.name) as actor,
             coalesce(array_agg(e.lead_id) filter (where e.lead_id is not null), '{}') as leads,
             coalesce(json_agg(json_build_object('id', e.person_id, 'name', coalesce(p.name, ''))) filter (where e.person_id is not null), '[]') as persons
      from edge e
      left join app_user u on u.id = e.actor_id
      left join person p on p.region_id = ${regionId} and p.id = e.person_id
      group by e.act_id order by max(e.at) desc, e.act_id`);
    const now = new Date();
    return rows.map((row) => ({ ...row, undoUntil: undoUntil(row.at) > now ? undoUntil(row.at) : null }));
  }
}
