/** Undoes a merge: persons and leads stand by themselves again, as they were, with what was written down meanwhile left at the kept ones. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Conflict, NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { MergeHolding } from './merge.holding.ts';
import { LeadMerges } from './merge.lead.ts';
import { PersonMerges } from './merge.person.ts';
import type { Unmerged } from './merge.schema.ts';
import { undoUntil } from './merge.service.ts';
import { Persons } from './person.service.ts';
import { Visibility } from './visibility.ts';

/** A merge that stands, with who and what is read through it now. */
interface Act {
  readonly at: Date;
  readonly personIds: readonly string[];
  readonly leadIds: readonly string[];
}

@Injectable()
export class Unmerges {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly holding: MergeHolding,
    private readonly personMerges: PersonMerges,
    private readonly leadMerges: LeadMerges,
    private readonly persons: Persons,
  ) {}

  /**
   * Undoes a merge for who sees what it made.
   * @throws NotFound when there is none for these eyes; Conflict `not_merged` when it is undone already, `too_late_to_unmerge` after 30
   *   days, and what `MergeHolding.hold` throws
   */
  async undo(actId: string): Promise<Unmerged> {
    const seen = await this.act(actId);
    for (const leadId of seen.leadIds) await this.visibility.mustSee(leadId);
    for (const personId of seen.personIds) await this.visibility.mustSeePerson(personId);
    if (undoUntil(seen.at) < new Date()) {
      throw new Conflict('too_late_to_unmerge', undefined, 'A merge can be undone for 30 days; this one is older');
    }
    await this.holding.hold(seen.personIds, await this.leadsOf(seen.personIds));
    await this.act(actId);
    const persons = await this.personMerges.part(actId);
    const leads = await this.leadMerges.part(actId);
    const [personId] = seen.personIds;
    for (const id of [personId!, ...persons]) await this.persons.mustStaySeen(id);
    return { id: actId, personId: personId!, leadId: leads[0] ?? null, persons, leads };
  }

  /**
   * Undoes the last merge of a lead: the one that took it away, else the last one into it, be it of the lead or of its person.
   * @throws as `undo` does
   */
  async undoOf(leadId: string): Promise<Unmerged> {
    await this.visibility.mustSee(leadId);
    const { regionId } = this.scope.here;
    const last = await this.scope.row<{ actId: string }>(sql`
      select act_id as "actId" from (
        select m.act_id, m.at, case when m.lead_id = l.id then 1 else 3 end as rank
        from lead l join lead_merge m on m.region_id = l.region_id and (m.lead_id = l.id or m.into_id = l.id) and m.undone_at is null
        where l.region_id = ${regionId} and l.id = ${leadId}
        union all
        select m.act_id, m.at, case when m.person_id = l.person_id then 2 else 4 end
        from lead l join person_merge m on m.region_id = l.region_id and (m.person_id = l.person_id or m.into_id = l.person_id) and m.undone_at is null
        where l.region_id = ${regionId} and l.id = ${leadId}) standing
      order by rank, at desc limit 1`);
    if (!last) throw new Conflict('not_merged', undefined, 'This lead was not merged, or stands by itself again');
    return this.undo(last.actId);
  }

  private async act(actId: string): Promise<Act> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<{ known: boolean; at: Date | null } & Omit<Act, 'at'>>(sql`
      with edge as (
        select l.act_id, l.at, l.undone_at, k.person_id, coalesce(k.merged_into, k.id) as lead_id
        from lead_merge l join lead k on k.region_id = l.region_id and k.id = l.into_id
        where l.region_id = ${regionId} and l.act_id = ${actId}
        union all
        select m.act_id, m.at, m.undone_at, m.into_id, null from person_merge m where m.region_id = ${regionId} and m.act_id = ${actId})
      select exists (select from edge) as known, min(e.at) as at,
             coalesce(array_agg(distinct coalesce(p.merged_into, p.id)), '{}') as "personIds",
             coalesce(array_agg(distinct e.lead_id) filter (where e.lead_id is not null), '{}') as "leadIds"
      from edge e join person p on p.region_id = ${regionId} and p.id = e.person_id
      where e.undone_at is null`);
    if (!row?.known) throw new NotFound('This merge');
    if (!row.at) throw new Conflict('not_merged', undefined, 'This is undone already');
    return { at: row.at, personIds: row.personIds, leadIds: row.leadIds };
  }

  /** All leads of these persons that are no merged ones: the leads of persons who part may part, too. */
  private async leadsOf(personIds: readonly string[]): Promise<string[]> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<{ id: string }>(sql`
      select l.id from lead l join person p on p.region_id = l.region_id and p.id = l.person_id
      where l.region_id = ${regionId} and l.merged_into is null and coalesce(p.merged_into, p.id) = any(${personIds}::uuid[])`);
    return rows.map(({ id }) => id);
  }
}
