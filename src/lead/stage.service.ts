/** Stages: moves a lead along its pipeline, to won by an outcome, or to lost with a reason. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { FollowUpSchedule } from './follow-up.schedule.ts';
import { OUTCOME_MISSING } from './lead.reader.ts';
import type { StageInput } from './lead.schema.ts';
import { momentOf } from './moment.ts';
import { LOST_REASONS } from './pipeline.schema.ts';
import type { StageChanged, Standing } from './stage.schema.ts';
import { type LeadRow, Visibility } from './visibility.ts';

/** A lead as far as its stages are concerned. */
type Moved = Pick<LeadRow, 'id' | 'pipelineId'>;

@Injectable()
export class StageService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
    private readonly followUps: FollowUpSchedule,
  ) {}

  /**
   * Moves a lead to a step of its pipeline, or to `lost`. A day counts at its end.
   * @throws Unprocessable `unknown_stage` at `stage`, `unknown_reason` at `reason`, `in_future` or `before_creation` at `at`
   */
  async move(leadId: string, { stage, at: told, ...why }: StageInput): Promise<StageChanged> {
    const reason = why.reason ?? null;
    const lead = await this.visibility.mustSee(leadId, { lock: true });
    await this.mustBeTarget(lead.pipelineId, stage, reason);
    const at = momentOf(told, { createdAt: lead.createdAt, now: new Date(), timeZone: this.calendar.timeZone });
    const id = await this.write(lead, { stage, reason, at });
    await this.followUps.fromClosing(lead);
    return { id, leadId: lead.id, stage, reason, at, lead: await this.standing(lead.id) };
  }

  /**
   * Moves a lead to won at the end of its outcome's day, unless it is there. Where a later stage is known already (it was moved on,
   * or lost, before anybody heard of the outcome), it is moved to won today as well, unless it was `movedOn` on purpose.
   */
  async win(lead: Moved, outcome: { readonly id: string; readonly on: string }, { movedOn = false } = {}): Promise<void> {
    if ((await this.standing(lead.id)).stage === 'won') return;
    const now = new Date();
    const at = new Date(Math.min(this.calendar.endOf(outcome.on).getTime(), now.getTime()));
    await this.write(lead, { stage: 'won', reason: null, at, outcomeId: outcome.id });
    if (!movedOn && (await this.standing(lead.id)).stage !== 'won')
      await this.write(lead, { stage: 'won', reason: null, at: now, outcomeId: outcome.id });
    await this.followUps.fromClosing(lead);
  }

  /** Where a lead stands now. */
  async standing(leadId: string): Promise<Standing & { readonly stage: string }> {
    const row = await this.scope.row<Standing>(sql`
      select j.stage, j.lost_reason as "lostReason", j.closed_at as "closedAt",
             ${OUTCOME_MISSING} as "outcomeMissing"
      from journey j
      join lead l on l.region_id = j.region_id and l.id = j.lead_id
      join pipeline w on w.region_id = l.region_id and w.id = l.pipeline_id
      where j.region_id = ${this.scope.here.regionId} and j.lead_id = ${leadId}`);
    return row!;
  }

  private async write(
    lead: Moved,
    { stage, reason, at, outcomeId = null }: { stage: string; reason: string | null; at: Date; outcomeId?: string | null },
  ): Promise<string> {
    const { regionId, actorId } = this.scope.here;
    const id = newId();
    await this.scope.rows(sql`
      insert into stage_change (region_id, id, lead_id, stage, reason, at, contact_person_id, outcome_id, actor_id)
      values (${regionId}, ${id}, ${lead.id}, ${stage}, ${reason}, ${at}, ${await this.viewer.contactPersonId()}, ${outcomeId}, ${actorId})`);
    return id;
  }

  /** The region's own reasons count beside the known ones, unless they are archived. */
  private async mustBeTarget(pipelineId: string, stage: string, reason: string | null): Promise<void> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<{ step: boolean; reason: boolean | null }>(sql`
      select exists (select from stage where region_id = ${regionId} and pipeline_id = ${pipelineId} and key = ${stage} and archived_at is null) as step,
             (select archived_at is null from lost_reason where region_id = ${regionId} and key = ${reason}) as reason`);
    if (stage !== 'lost' && !row!.step) throw new Unprocessable('unknown_stage', 'stage', "This is no stage of the lead's pipeline");
    if (stage === 'lost' && !(row!.reason ?? (LOST_REASONS as readonly string[]).includes(reason!))) {
      throw new Unprocessable('unknown_reason', 'reason', 'This reason is not known');
    }
  }
}
