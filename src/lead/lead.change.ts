/** Corrects the facts of a lead: what is wanted and where, its pipeline, and when it was created. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Calendar } from '../platform/calendar.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { newId } from '../platform/id.ts';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { toldInstant } from './lead.moments.ts';
import { type LeadPage, LeadPages } from './lead.page.ts';
import { HISTORY_OF_LEAD } from './lead.reader.ts';
import { Lead, type LeadChange } from './lead.schema.ts';
import { Options } from './option.service.ts';
import { Pipelines } from './pipeline.service.ts';
import { type LeadRow, Visibility } from './visibility.ts';

@Injectable()
export class LeadChanges {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly concurrency: Concurrency,
    private readonly calendar: Calendar,
    private readonly pages: LeadPages,
    private readonly options: Options,
    private readonly pipelines: Pipelines,
  ) {}

  /**
   * Changes what is named; null clears, what is absent stays.
   * @throws NotFound, Stale; Unprocessable `after_history` at `createdAt` when something of its story would come before its creation
   */
  async change(leadId: string, change: LeadChange): Promise<LeadPage> {
    const { regionId } = this.scope.here;
    const lead = await this.visibility.mustSee(leadId, { lock: true });
    const present = await this.pages.of(lead);
    this.concurrency.check(Lead, present);
    const next = { ...present, ...change };
    const heardFrom = change.heardFrom && [...new Set(change.heardFrom)];
    if (heardFrom) await this.options.mustKnowHeardFrom(heardFrom);
    const createdAt = await this.creation(lead, change.createdAt);
    const pipelineId = await this.pipeline(lead, change.pipeline);
    await this.scope.rows(sql`
      update lead set intent = ${next.intent}, municipality = ${next.municipality ?? null}, language = ${next.language ?? null},
        origin = ${next.origin ?? null}, age_class = ${next.ageClass ?? null}, heard_from = coalesce(${heardFrom ?? null}::text[], heard_from),
        pipeline_id = ${pipelineId}, created_at = coalesce(${createdAt ?? null}::timestamptz, created_at)
      where region_id = ${regionId} and id = ${lead.id}`);
    if (pipelineId !== lead.pipelineId) await this.findItsPlace(lead.id, pipelineId);
    return this.pages.read(lead.id);
  }

  /** A lead's creation may move back, and forward only as far as its first stage or outcome and the leads that were merged into it. */
  private async creation(lead: LeadRow, told: string | undefined): Promise<Date | undefined> {
    if (told === undefined) return undefined;
    const createdAt = toldInstant(told, 'createdAt', { now: new Date(), otherwise: lead.createdAt });
    if (createdAt.getTime() === lead.createdAt.getTime()) return undefined;
    if (createdAt < lead.createdAt) return createdAt;
    const { regionId } = this.scope.here;
    const [before] = await this.scope.rows(sql`
      with happened as (
        select s.id from lead l join stage_change s on s.region_id = l.region_id and s.lead_id in (${HISTORY_OF_LEAD})
        where l.region_id = ${regionId} and l.id = ${lead.id} and s.at < ${createdAt}
        union all
        select h.id from lead h where h.region_id = ${regionId} and h.merged_into = ${lead.id} and h.created_at < ${createdAt}
        union all
        select o.id from lead l join outcome o on o.region_id = l.region_id and o.lead_id in (${HISTORY_OF_LEAD})
        where l.region_id = ${regionId} and l.id = ${lead.id} and o.day < ${this.calendar.dayOf(createdAt)}::date)
      select from happened h where not exists (select from void v where v.region_id = ${regionId} and v.target_id = h.id) limit 1`);
    if (before) throw new Unprocessable('after_history', 'createdAt', 'A stage or an outcome of this lead lies before');
    return createdAt;
  }

  /** The named pipeline; an archived one only when the lead is in it already. */
  private async pipeline(lead: LeadRow, key: string | undefined): Promise<string> {
    if (key === undefined) return lead.pipelineId;
    const { regionId } = this.scope.here;
    const own = await this.scope.row<{ key: string }>(
      sql`select key from pipeline where region_id = ${regionId} and id = ${lead.pipelineId}`,
    );
    return own?.key === key ? lead.pipelineId : (await this.pipelines.forLead(key, lead.intent)).id;
  }

  /**
   * In another pipeline a lead stands at the same step where there is one; else at the furthest of its steps that it entered,
   * else at the first. Nobody's answer to the person: it counts as no response.
   */
  private async findItsPlace(leadId: string, pipelineId: string): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`
      with entered as (
        select c.stage from lead l join stage_change c on c.region_id = l.region_id and c.lead_id in (${HISTORY_OF_LEAD})
        where l.region_id = ${regionId} and l.id = ${leadId}
          and not exists (select from void v where v.region_id = c.region_id and v.target_id = c.id)),
      step as (
        select key, position from stage where region_id = ${regionId} and pipeline_id = ${pipelineId} and archived_at is null)
      insert into stage_change (region_id, id, lead_id, stage, at, actor_id)
      select j.region_id, ${newId()}, j.lead_id, coalesce(
          (select key from step where key <> 'won' and key in (select stage from entered) order by position desc limit 1),
          (select key from step order by position limit 1)), ${new Date()}, ${actorId}
      from journey j
      where j.region_id = ${regionId} and j.lead_id = ${leadId} and j.stage <> 'lost' and j.stage not in (select key from step)`);
  }
}
