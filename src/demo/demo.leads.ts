/** Lives the demo's leads through: logged by their owners, moved, won or lost, followed up. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { FollowUpService } from '../lead/follow-up.service.ts';
import { Leads } from '../lead/lead.service.ts';
import { NoteService } from '../lead/note.service.ts';
import { OutcomeService } from '../lead/outcome.service.ts';
import { Persons } from '../lead/person.service.ts';
import { StageService } from '../lead/stage.service.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { MadeActivities } from './demo.activities.ts';
import type { Cast } from './demo.people.ts';
import { DemoProgress } from './demo.progress.ts';
import type { PlannedLead } from './planned-lead.ts';

/** After so many the planner is told what the tables hold now. */
const FIRST_LEADS = 40;

@Injectable()
export class DemoLeads {
  constructor(
    private readonly scope: RegionScope,
    private readonly persons: Persons,
    private readonly leads: Leads,
    private readonly notes: NoteService,
    private readonly stages: StageService,
    private readonly outcomes: OutcomeService,
    private readonly followUps: FollowUpService,
    private readonly progress: DemoProgress,
  ) {}

  async load(plan: readonly PlannedLead[], cast: Cast, activities: MadeActivities): Promise<void> {
    for (const [at, lead] of plan.entries()) {
      if (at === FIRST_LEADS || at === plan.length - 1) await this.scope.rows(sql`select note_many_new_rows()`);
      await this.scope.as(cast.contacts.get(lead.owner)!.actor, () => this.live(lead, cast, activities));
      await this.progress.step();
    }
    await this.wereThere();
  }

  /** Whoever moved a lead, met or followed somebody up on a day was there on it. */
  private async wereThere(): Promise<void> {
    const { regionId, region } = this.scope.here;
    await this.scope.rows(sql`
      insert into presence (region_id, user_id, day)
      select region_id, actor_id, (at at time zone ${region.timeZone})::date from stage_change where region_id = ${regionId}
      union select region_id, actor_id, (at at time zone ${region.timeZone})::date from touch where region_id = ${regionId} and how = 'conversation'
      union select region_id, actor_id, day from follow_up_answer where region_id = ${regionId}
      on conflict do nothing`);
  }

  private async live(plan: PlannedLead, cast: Cast, activities: MadeActivities): Promise<void> {
    const { name, email, phone, languages } = plan;
    const personId = await this.persons.add({ name, languages, ...(email ? { email } : {}), ...(phone ? { phone } : {}) });
    const leadId = await this.leads.logFor(personId, {
      intent: plan.intent,
      municipality: plan.municipality,
      ...(plan.origin ? { origin: plan.origin } : {}),
      contactPersonId: cast.contacts.get(plan.owner)!.id,
      heardFrom: [...plan.heardFrom],
      touches: plan.touches.map(({ activity, how, at }) => ({ how, at, ...(activity ? { activityId: activities.get(activity)! } : {}) })),
      createdAt: plan.createdAt,
    });
    if (plan.note) await this.notes.write(leadId, { text: plan.note, contact: false, at: new Date(plan.createdAt) });
    for (const move of plan.moves) {
      if (move.stage === 'won' && plan.outcome) await this.happens(leadId, plan);
      else await this.stages.move(leadId, move);
    }
  }

  /** The outcome moves the lead to won by itself. */
  private async happens(leadId: string, { outcome, municipality, answers, cameAnyway }: PlannedLead): Promise<void> {
    const { on, adults = 1, children = 0, company } = outcome!;
    const { followUps } = await this.outcomes.record(
      leadId,
      outcome!.type === 'new_company'
        ? { type: 'new_company', on, municipality, name: company! }
        : { type: 'settled_mover', on, municipality, adults, children, residence: 'permanent', homeMunicipality: 'yes' },
    );
    for (const [at, status] of answers.entries()) {
      const { id, dueOn } = followUps[at]!;
      await this.followUps.answer(id, { status, on: dueOn, ...(at === 0 && cameAnyway ? { cameAnyway } : {}) });
    }
  }
}
