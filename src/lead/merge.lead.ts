/** Leads that are one: what the kept one takes from the others, and how they part again. Their histories stay where they are. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { RegionScope } from '../platform/region-scope.ts';

/** Facts of a lead that one without them takes from a lead merged into it. */
const FACTS = ['municipality', 'language', 'origin', 'age_class', 'owner_id'] as const;
type Fact = (typeof FACTS)[number];
type Facts = { readonly id: string } & Readonly<Record<Fact, string | null>>;

interface LeadEdge {
  readonly id: string;
  readonly leadId: string;
  readonly intoId: string;
  readonly taken: readonly Fact[];
  readonly followUps: readonly string[];
}

const EDGE = sql`id, lead_id as "leadId", into_id as "intoId", taken, follow_ups as "followUps"`;

@Injectable()
export class LeadMerges {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
  ) {}

  /** Makes `merged`, roots whose rows the caller holds, one with `keepId`, in this order. */
  async join(actId: string, keepId: string, merged: readonly string[]): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    const facts = await this.factsOf([keepId, ...merged]);
    let kept = facts.get(keepId)!;
    for (const leadId of merged) {
      const lead = facts.get(leadId)!;
      const taken = FACTS.filter((fact) => kept[fact] === null && lead[fact] !== null);
      kept = { ...kept, ...Object.fromEntries(taken.map((fact) => [fact, lead[fact]])) };
      const followUps = await this.giveFollowUps(leadId, lead.owner_id, kept.owner_id);
      await this.scope.rows(sql`
        insert into lead_merge (region_id, id, act_id, lead_id, into_id, taken, follow_ups, at, actor_id)
        values (${regionId}, ${newId()}, ${actId}, ${leadId}, ${keepId}, ${taken}, ${followUps}, ${new Date()}, ${actorId})`);
    }
    for (const fact of FACTS) if (kept[fact] !== facts.get(keepId)![fact]) await this.setFact(keepId, fact, kept[fact]);
    await this.scope.rows(sql`
      update lead set merged_into = ${keepId}
      where region_id = ${regionId} and (id = any(${merged}::uuid[]) or merged_into = any(${merged}::uuid[]))`);
  }

  /** Parts the leads of an act, and those whose persons are parted by now; their ids. */
  async part(actId: string): Promise<string[]> {
    const { regionId, actorId } = this.scope.here;
    const edges = await this.scope.rows<LeadEdge>(sql`
      select ${EDGE} from lead_merge m
      where region_id = ${regionId} and undone_at is null and (act_id = ${actId} or (
        select count(distinct coalesce(p.merged_into, p.id)) from lead l join person p on p.region_id = l.region_id and p.id = l.person_id
        where l.region_id = ${regionId} and l.id in (m.lead_id, m.into_id)) > 1)
      order by id desc`);
    const parted = new Set<string>();
    for (const edge of edges) {
      await this.scope.rows(sql`
        update lead_merge set undone_at = ${new Date()}, undone_by = ${actorId} where region_id = ${regionId} and id = ${edge.id}`);
      const root = await this.rootOf(edge.intoId);
      const leaving = (await this.factsOf([edge.leadId])).get(edge.leadId)!;
      for (const fact of edge.taken) await this.giveBack(edge.intoId, fact, leaving[fact]);
      await this.standAlone(edge.leadId);
      await this.takeBack(edge, root);
      parted.add(edge.leadId).add(root);
    }
    for (const leadId of parted) await this.beginBeforeItsHistory(leadId);
    return edges.map(({ leadId }) => leadId);
  }

  /** What waits for an answer about the merged lead waits for the owner of the kept one; which. */
  private async giveFollowUps(leadId: string, from: string | null, to: string | null): Promise<string[]> {
    if (from === to || to === null) return [];
    const rows = await this.scope.rows<{ id: string }>(sql`
      update follow_up f set assignee_id = ${to} from lead l
      where f.region_id = ${this.scope.here.regionId} and l.region_id = f.region_id and l.id = f.lead_id and (l.id = ${leadId} or l.merged_into = ${leadId})
        and f.answered_at is null and f.cancelled_at is null and f.assignee_id is not distinct from ${from}::uuid
      returning f.id`);
    return rows.map(({ id }) => id);
  }

  /** A lead whose owner has left meanwhile stays with the owner of the lead it was read as; what she was given of it she gives back. */
  private async takeBack({ leadId, followUps }: LeadEdge, rootId: string): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`
      with left_behind as (
        update lead l set owner_id = r.owner_id from lead r
        where l.region_id = ${regionId} and l.id = ${leadId} and r.region_id = l.region_id and r.id = ${rootId}
          and exists (select from contact_person c where c.region_id = l.region_id and c.id = l.owner_id and c.left_at is not null)
          and l.owner_id is distinct from r.owner_id
        returning l.id, r.owner_id as to_id, (select o.owner_id from lead o where o.region_id = ${regionId} and o.id = ${leadId}) as from_id)
      insert into owner_change (region_id, id, lead_id, from_id, to_id, at, actor_id)
      select ${regionId}, ${newId()}, id, from_id, to_id, ${new Date()}, ${actorId} from left_behind`);
    await this.scope.rows(sql`
      update follow_up f set assignee_id = l.owner_id from lead l, lead r
      where f.region_id = ${regionId} and f.id = any(${followUps}::uuid[]) and f.answered_at is null and f.cancelled_at is null
        and l.region_id = f.region_id and l.id = ${leadId} and r.region_id = f.region_id and r.id = ${rootId}
        and f.assignee_id is not distinct from r.owner_id`);
  }

  /** The lead stands by itself, and all that were merged into it, directly or not, are read as it again. One statement: journeys follow it whole. */
  private async standAlone(leadId: string): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      with recursive own as (
        select ${leadId}::uuid as id
        union all
        select m.lead_id from own join lead_merge m on m.region_id = ${regionId} and m.into_id = own.id and m.undone_at is null)
      update lead set merged_into = nullif(${leadId}::uuid, id) where region_id = ${regionId} and id in (select id from own)`);
  }

  /**
   * A fact that a lead has from one that leaves: it takes it from another that was merged into it, or lacks it again. Who has it from
   * this lead in turn follows. A fact that somebody has corrected since stays.
   */
  private async giveBack(intoId: string, fact: Fact, took: string | null): Promise<void> {
    const { regionId } = this.scope.here;
    const kept = (await this.factsOf([intoId])).get(intoId)!;
    if (kept[fact] !== took) return;
    const other = await this.scope.row<{ id: string; value: string }>(sql`
      select m.id, l.${raw(fact)}::text as value from lead_merge m join lead l on l.region_id = m.region_id and l.id = m.lead_id
      where m.region_id = ${regionId} and m.into_id = ${intoId} and m.undone_at is null and l.${raw(fact)} is not null order by m.id limit 1`);
    await this.setFact(intoId, fact, other?.value ?? null);
    if (other) await this.setTaken(other.id, sql`array_append(array_remove(taken, ${fact}), ${fact})`);
    const up = await this.scope.row<LeadEdge>(sql`
      select ${EDGE} from lead_merge where region_id = ${regionId} and lead_id = ${intoId} and undone_at is null and ${fact} = any(taken)`);
    if (!up) return;
    if (!other) await this.setTaken(up.id, sql`array_remove(taken, ${fact})`);
    await this.giveBack(up.intoId, fact, took);
  }

  /** Nothing lies before a lead's creation, also what was written down while it was read with an earlier one. */
  private async beginBeforeItsHistory(leadId: string): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      update lead l set created_at = first.at
      from (select min(h.at) as at from (
              select s.at, s.id from stage_change s where s.region_id = ${regionId} and s.lead_id = ${leadId}
              union all
              select o.day::timestamp at time zone ${this.calendar.timeZone}, o.id from outcome o where o.region_id = ${regionId} and o.lead_id = ${leadId}
                and o.day < (select (own.created_at at time zone ${this.calendar.timeZone})::date from lead own where own.region_id = ${regionId} and own.id = ${leadId})) h
            where not exists (select from void v where v.region_id = ${regionId} and v.target_id = h.id)) first
      where l.region_id = ${regionId} and l.id = ${leadId} and first.at < l.created_at`);
  }

  private async rootOf(leadId: string): Promise<string> {
    const row = await this.scope.row<{ id: string }>(sql`
      select coalesce(merged_into, id) as id from lead where region_id = ${this.scope.here.regionId} and id = ${leadId}`);
    return row!.id;
  }

  private async factsOf(ids: readonly string[]): Promise<Map<string, Facts>> {
    const rows = await this.scope.rows<Facts>(sql`
      select id, municipality, language, origin, age_class, owner_id from lead
      where region_id = ${this.scope.here.regionId} and id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async setFact(leadId: string, fact: Fact, value: string | null): Promise<void> {
    const cast = fact === 'owner_id' ? sql`${value}::uuid` : sql`${value}`;
    await this.scope.rows(sql`
      update lead set ${raw(fact)} = ${cast} where region_id = ${this.scope.here.regionId} and id = ${leadId}`);
  }

  private async setTaken(edgeId: string, taken: ReturnType<typeof sql>): Promise<void> {
    await this.scope.rows(sql`update lead_merge set taken = ${taken} where region_id = ${this.scope.here.regionId} and id = ${edgeId}`);
  }
}
