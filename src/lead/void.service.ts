/** Voids: a row of history that was wrong stays, is not counted any more, and says why. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { Conflict, NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { FollowUpSchedule } from './follow-up.schedule.ts';
import { NoteService } from './note.service.ts';
import { StageService } from './stage.service.ts';
import type { Voided } from './void.schema.ts';
import { type LeadRow, Visibility } from './visibility.ts';

type Target = 'touch' | 'stage_change' | 'outcome' | 'follow_up_answer';

interface Held {
  /** The lead the row was written for; the void stands with it, so that a merge can be undone. */
  readonly leadId: string;
  /** The lead that its history is read with. */
  readonly lead: LeadRow;
}

@Injectable()
export class VoidService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly notes: NoteService,
    private readonly stages: StageService,
    private readonly followUps: FollowUpSchedule,
  ) {}

  /** @throws NotFound, Conflict `already_void` */
  async touch(id: string, reason: string): Promise<Voided> {
    const held = await this.hold('touch', id);
    await this.write('touch', id, held, reason);
    return this.answer(id, held.lead);
  }

  /**
   * The lead is then where it was before. A lead with an outcome that loses its move to won so is won from that outcome's day.
   * @throws NotFound; Conflict `already_void`, `made_by_outcome` for the move to won that an outcome made
   */
  async stageChange(id: string, reason: string): Promise<Voided> {
    const held = await this.hold('stage_change', id);
    const change = await this.scope.row<{ stage: string; outcomeId: string | null }>(sql`
      select stage, outcome_id as "outcomeId" from stage_change where region_id = ${this.scope.here.regionId} and id = ${id}`);
    if (change!.outcomeId) throw new Conflict('made_by_outcome', undefined, 'Its outcome moved the lead here: void the outcome');
    await this.write('stage_change', id, held, reason);
    if (change!.stage === 'won') await this.winByOther(held.lead);
    await this.followUps.fromClosing(held.lead);
    return this.answer(id, held.lead);
  }

  /**
   * Its move to won goes with it; where another outcome stands the lead is won from that one's day. Its open follow-ups are cancelled.
   * @throws NotFound, Conflict `already_void`
   */
  async outcome(id: string, reason: string): Promise<Voided> {
    const { regionId, actorId } = this.scope.here;
    const held = await this.hold('outcome', id);
    const noteId = await this.write('outcome', id, held, reason);
    const moves = await this.scope.rows(sql`
      insert into void (region_id, target_id, target, lead_id, note_id, actor_id)
      select c.region_id, c.id, 'stage_change', c.lead_id, ${noteId}, ${actorId} from stage_change c
      where c.region_id = ${regionId} and c.outcome_id = ${id}
        and not exists (select from void v where v.region_id = c.region_id and v.target_id = c.id)
      returning target_id`);
    const cancelled = await this.followUps.cancelOf(id);
    if (moves.length > 0) await this.winByOther(held.lead);
    await this.followUps.fromClosing(held.lead);
    return this.answer(id, held.lead, cancelled);
  }

  /**
   * The follow-up waits for an answer again, and so do the later ones that this answer closed, unless their outcome is void.
   * @throws NotFound, Conflict `already_void`
   */
  async followUpAnswer(id: string, reason: string): Promise<Voided> {
    return this.voidFollowUpAnswer(id, await this.hold('follow_up_answer', id), reason);
  }

  /** The same for the person who gave the answer, through her link. @throws as `followUpAnswer` */
  async followUpAnswerOfPerson(id: string, reason: string): Promise<Voided> {
    return this.voidFollowUpAnswer(id, await this.hold('follow_up_answer', id, (leadId) => this.visibility.hold(leadId)), reason);
  }

  private async voidFollowUpAnswer(id: string, held: Held, reason: string): Promise<Voided> {
    const { regionId } = this.scope.here;
    await this.write('follow_up_answer', id, held, reason);
    await this.scope.rows(sql`
      update follow_up f set
        answered_at = case when f.id = answered.id then null else f.answered_at end,
        cancelled_at = case when answered.needed then null else coalesce(f.cancelled_at, now()) end
      from (
        select a.id, a.lead_id, a.outcome_id, x.status, x.created_at,
               not exists (select from void v where v.region_id = a.region_id and v.target_id = a.outcome_id) as needed
        from follow_up_answer x join follow_up a on a.region_id = x.region_id and a.id = x.follow_up_id
        where x.region_id = ${regionId} and x.id = ${id}) answered
      where f.region_id = ${regionId} and f.lead_id = answered.lead_id
        and (f.id = answered.id
             or (answered.status = 'left' and f.outcome_id is not distinct from answered.outcome_id and f.cancelled_at = answered.created_at))`);
    await this.followUps.fromClosing(held.lead);
    return this.answer(id, held.lead);
  }

  /** The row's own lead, and the lead it is read with, held until the end. @throws Conflict `already_void` */
  private async hold(
    target: Target,
    id: string,
    hold = (leadId: string) => this.visibility.mustSee(leadId, { lock: true }),
  ): Promise<Held> {
    const leadId = await this.leadOf(target, id);
    const lead = await hold(leadId);
    const [known] = await this.scope.rows(sql`select from void where region_id = ${this.scope.here.regionId} and target_id = ${id}`);
    if (known) throw new Conflict('already_void', undefined, 'This is void already');
    return { leadId, lead };
  }

  /** Writes the void; its reason is a note, so that it can be erased. Answers the note's id. */
  private async write(target: Target, id: string, { leadId }: Held, reason: string): Promise<string> {
    const { regionId, actorId } = this.scope.here;
    const noteId = await this.notes.write(leadId, { text: reason, contact: false, at: new Date() });
    await this.scope.rows(sql`
      insert into void (region_id, target_id, target, lead_id, note_id, actor_id)
      values (${regionId}, ${id}, ${target}, ${leadId}, ${noteId}, ${actorId})`);
    return noteId;
  }

  private async leadOf(target: Target, id: string): Promise<string> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<{ leadId: string }>(
      target === 'follow_up_answer'
        ? sql`select f.lead_id as "leadId" from follow_up_answer x join follow_up f on f.region_id = x.region_id and f.id = x.follow_up_id
              where x.region_id = ${regionId} and x.id = ${id}`
        : sql`select lead_id as "leadId" from ${raw(target)} where region_id = ${regionId} and id = ${id}`,
    );
    if (!row) throw new NotFound();
    return row.leadId;
  }

  /** A lead with an outcome that stands was won: from the day of the first. One that was moved on after its win keeps its place. */
  private async winByOther(lead: LeadRow): Promise<void> {
    const outcome = await this.scope.row<{ id: string; on: string }>(sql`
      select o.id, o.day as "on" from outcome o join lead l on l.region_id = o.region_id and l.id = o.lead_id
      where o.region_id = ${this.scope.here.regionId} and (l.id = ${lead.id} or l.merged_into = ${lead.id})
        and not exists (select from void v where v.region_id = o.region_id and v.target_id = o.id)
      order by o.day, o.id limit 1`);
    if (outcome) await this.stages.win(lead, outcome, { movedOn: lead.stage !== 'won' });
  }

  private async answer(id: string, lead: LeadRow, followUps = 0): Promise<Voided> {
    return { id, leadId: lead.id, lead: await this.stages.standing(lead.id), followUps };
  }
}
