/** Follow-ups: still here? Did our work matter? Who is asked, and what she answers. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import * as z from 'zod';
import { Viewer } from '../access/viewer.ts';
import { Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Conflict, Malformed, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { FollowUpReader } from './follow-up.reader.ts';
import { NoteService } from './note.service.ts';
import type { ANSWERED_BY, FollowUp, FollowUpAnswer, FollowUpAnswered, FollowUpList } from './outcome.schema.ts';
import { Visibility } from './visibility.ts';

interface Asked {
  readonly id: string;
  readonly leadId: string;
  readonly outcomeId: string | null;
  readonly months: number;
  readonly isAnswered: boolean;
  readonly isCancelled: boolean;
  /** The outcome's day; without one the day the lead was closed. */
  readonly since: string;
}

@Injectable()
export class FollowUpService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
    private readonly reader: FollowUpReader,
    private readonly notes: NoteService,
  ) {}

  /** What waits for an answer, due by `due` or whenever. @throws Malformed `unknown_assignee` */
  async list(asked: FollowUpList): Promise<Page<FollowUp>> {
    const { due, q } = asked;
    const rows = await this.reader.waiting({
      where: sql`(${due ?? null}::date is null or f.due_on <= ${due ?? null}::date)
        and (${q ?? null}::text is null or position(lower(${q ?? ''}) in lower(p.name)) > 0)
        and ${await this.assigned(asked.assignee)}`,
      limit: asked.limit,
      offset: offsetOf(asked),
    });
    return pageFrom(rows, asked);
  }

  /**
   * Answers a follow-up, once; a wrong answer is voided, then it waits again. `left` means that nobody asks later.
   * @throws NotFound; Conflict `already_answered` or `cancelled`; Unprocessable `in_future` or `before_outcome` at `on`
   */
  async answer(followUpId: string, answer: FollowUpAnswer): Promise<FollowUpAnswered> {
    await this.visibility.mustSee((await this.find(followUpId)).leadId, { lock: true });
    return this.record(followUpId, answer, 'contact_person');
  }

  /** Writes an answer to a follow-up whose lead the caller holds. @throws as `answer` */
  async record(
    followUpId: string,
    { status, on, cameAnyway, note }: FollowUpAnswer,
    answeredBy: (typeof ANSWERED_BY)[number],
  ): Promise<FollowUpAnswered> {
    const { regionId, actorId } = this.scope.here;
    const asked = await this.find(followUpId);
    if (asked.isAnswered) throw new Conflict('already_answered', undefined, 'This has an answer already; void it to give another');
    if (asked.isCancelled) throw new Conflict('cancelled', undefined, 'Nobody needs to ask this any more');
    if (on > this.calendar.today()) throw new Unprocessable('in_future', 'on', 'This day lies in the future');
    if (on < asked.since) throw new Unprocessable('before_outcome', 'on', 'This lies before the outcome');
    const noteId = note ? await this.notes.write(asked.leadId, { text: note, contact: status !== 'no_answer', at: new Date() }) : null;
    const answerId = newId();
    await this.scope.rows(sql`
      insert into follow_up_answer (region_id, id, follow_up_id, status, day, came_anyway, note_id, contact_person_id, actor_id, answered_by)
      values (${regionId}, ${answerId}, ${followUpId}, ${status}, ${on}, ${cameAnyway ?? null}, ${noteId},
              ${await this.viewer.contactPersonId()}, ${actorId}, ${answeredBy})`);
    await this.scope.rows(sql`update follow_up set answered_at = now() where region_id = ${regionId} and id = ${followUpId}`);
    return { id: followUpId, answerId, status, closed: status === 'left' ? await this.closeLater(asked) : 0 };
  }

  /** Cancelled at the very time of the answer: that is how its void knows them again. */
  private async closeLater({ leadId, outcomeId, months }: Asked): Promise<number> {
    const closed = await this.scope.rows(sql`
      update follow_up set cancelled_at = now()
      where region_id = ${this.scope.here.regionId} and lead_id = ${leadId} and outcome_id is not distinct from ${outcomeId}::uuid
        and months > ${months} and answered_at is null and cancelled_at is null returning id`);
    return closed.length;
  }

  private async find(followUpId: string): Promise<Asked> {
    const row = await this.scope.row<Asked>(sql`
      select f.id, f.lead_id as "leadId", f.outcome_id as "outcomeId", f.months,
             f.answered_at is not null as "isAnswered", f.cancelled_at is not null as "isCancelled",
             coalesce(o.day, (f.due_on - make_interval(months => f.months))::date) as since
      from follow_up f left join outcome o on o.region_id = f.region_id and o.id = f.outcome_id
      where f.region_id = ${this.scope.here.regionId} and f.id = ${followUpId}`);
    if (!row) throw new NotFound('This follow-up');
    return row;
  }

  /** `me`, `none` for the common inbox, or a contact person's id. */
  private async assigned(assignee: string | undefined): Promise<Sql> {
    if (assignee === undefined) return sql`true`;
    if (assignee === 'none') return sql`f.assignee_id is null`;
    if (assignee === 'me') return sql`f.assignee_id = ${await this.viewer.contactPersonId()}::uuid`;
    if (!z.uuid().safeParse(assignee).success)
      throw new Malformed('unknown_assignee', 'assignee', 'me, none, or the id of a contact person');
    return sql`f.assignee_id = ${assignee}::uuid`;
  }
}
