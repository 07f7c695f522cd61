/** When follow-ups come due, and when nobody needs to ask any more. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { addMonths, Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { OutcomeType } from './outcome.schema.ts';
import type { LeadRow } from './visibility.ts';

export interface Due {
  readonly id: string;
  readonly months: number;
  readonly dueOn: string;
}

interface Rule {
  readonly months: readonly number[];
  readonly from: 'outcome' | 'closing';
}

/** Who settled and what was founded can be still here; a job or studies are not asked about. */
const FOLLOWED: readonly OutcomeType[] = ['settled_mover', 'new_company'];

/** One follow-up for each number of calendar months after `day`; after the 31st the last day of a shorter month. */
export const dueAfter = (day: string, months: readonly number[]): Due[] =>
  months.map((count) => ({ id: newId(), months: count, dueOn: addMonths(day, count) }));

@Injectable()
export class FollowUpSchedule {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
  ) {}

  /** Makes the follow-ups of an outcome, where its kind and the pipeline have any, for the lead's owner or else the common inbox. */
  async fromOutcome(
    lead: Pick<LeadRow, 'id' | 'pipelineId' | 'ownerId'>,
    outcome: { id: string; type: OutcomeType; on: string },
  ): Promise<Due[]> {
    const rule = await this.rule(lead.pipelineId);
    if (rule.from !== 'outcome' || !FOLLOWED.includes(outcome.type)) return [];
    const due = dueAfter(outcome.on, rule.months);
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      insert into follow_up (region_id, id, lead_id, outcome_id, months, due_on, assignee_id)
      select ${regionId}, e.id, ${lead.id}, ${outcome.id}, e.months, e.due_on, ${this.present(lead.ownerId)}
      from ${expected(due)}`);
    return due;
  }

  /**
   * Fits the follow-ups that run from a lead's closing (won or lost) to how it stands now: made when it closes, no longer needed
   * when it opens again or closed on another day. After an answer that she left there are no later ones.
   */
  async fromClosing({ id: leadId, pipelineId }: Pick<LeadRow, 'id' | 'pipelineId'>): Promise<void> {
    const rule = await this.rule(pipelineId);
    if (rule.from !== 'closing') return;
    const { regionId } = this.scope.here;
    const lead = await this.scope.row<{ closedAt: Date | null; ownerId: string | null }>(sql`
      select closed_at as "closedAt", owner as "ownerId" from journey where region_id = ${regionId} and lead_id = ${leadId}`);
    const due = lead?.closedAt ? dueAfter(this.calendar.dayOf(lead.closedAt), rule.months) : [];
    await this.scope.rows(sql`
      update follow_up set cancelled_at = now()
      where region_id = ${regionId} and lead_id = ${leadId} and outcome_id is null and answered_at is null and cancelled_at is null
        and (months, due_on) not in (select e.months, e.due_on from ${expected(due)})`);
    await this.scope.rows(sql`
      with e as (select * from ${expected(due)}),
      present as (
        select f.months, exists (
                 select from follow_up_answer x where x.region_id = f.region_id and x.follow_up_id = f.id and x.status = 'left'
                   and not exists (select from void v where v.region_id = x.region_id and v.target_id = x.id)) as gone
        from follow_up f join e on e.months = f.months and e.due_on = f.due_on
        where f.region_id = ${regionId} and f.lead_id = ${leadId} and f.outcome_id is null and f.cancelled_at is null)
      insert into follow_up (region_id, id, lead_id, months, due_on, assignee_id)
      select ${regionId}, e.id, ${leadId}, e.months, e.due_on, ${this.present(lead?.ownerId ?? null)} from e
      where not exists (select from present p where p.months = e.months or (p.gone and p.months < e.months))`);
  }

  /** Nobody asks any more about an outcome that is voided; answers that were given stay. Answers how many were open. */
  async cancelOf(outcomeId: string): Promise<number> {
    const rows = await this.scope.rows(sql`
      update follow_up set cancelled_at = now()
      where region_id = ${this.scope.here.regionId} and outcome_id = ${outcomeId} and answered_at is null and cancelled_at is null returning id`);
    return rows.length;
  }

  /** Who has left is not asked any more: the common inbox is. */
  private present(ownerId: string | null): Sql {
    return sql`(select c.id from contact_person c where c.region_id = ${this.scope.here.regionId} and c.id = ${ownerId}::uuid and c.left_at is null)`;
  }

  private rule(pipelineId: string): Promise<Rule> {
    return this.scope.once(`follow-up.rule.${pipelineId}`, async () => {
      const row = await this.scope.row<Rule>(sql`
        select follow_up_months as months, follow_up_from as "from" from pipeline
        where region_id = ${this.scope.here.regionId} and id = ${pipelineId}`);
      return row!;
    });
  }
}

const expected = (due: readonly Due[]) => sql`
  unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ months }) => months)}::int[], ${due.map(({ dueOn }) => dueOn)}::date[])
    as e (id, months, due_on)`;
