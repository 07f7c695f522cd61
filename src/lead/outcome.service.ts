/** Outcomes: what happened to a lead, who closed it, and who asks later. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import type { OrganisationRef } from '../organisation/organisation.schema.ts';
import { OrganisationService } from '../organisation/organisation.service.ts';
import { Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { Conflict, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { FollowUpSchedule } from './follow-up.schedule.ts';
import type { Outcome, OutcomeInput } from './outcome.schema.ts';
import { StageService } from './stage.service.ts';
import { type LeadRow, Visibility } from './visibility.ts';

/** Before this day nobody's creation moves back. */
const EARLIEST = '1990-01-01';

@Injectable()
export class OutcomeService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
    private readonly organisations: OrganisationService,
    private readonly stages: StageService,
    private readonly followUps: FollowUpSchedule,
  ) {}

  /**
   * Records what happened on a day, moves the lead to won, and plans the follow-ups. An admin without a profile closes it for its owner.
   * @throws Unprocessable `in_future`, `before_creation` or `too_long_ago` at `on`; Conflict `same_company` at `name`
   */
  async record(leadId: string, input: OutcomeInput): Promise<Outcome> {
    const found = await this.visibility.mustSee(leadId, { lock: true });
    const createdAt = await this.creationFor(found, input);
    const lead = { ...found, createdAt };
    const organisationId = await this.organisationOf(input);
    if (input.type === 'new_company') await this.mustBeNew(lead.id, organisationId!);
    const id = newId();
    await this.insert(id, lead, input, organisationId);
    await this.stages.win(lead, { id, on: input.on });
    await this.followUps.fromOutcome(lead, { id, type: input.type, on: input.on });
    return this.find(id);
  }

  /** The lead's creation, moved back to the start of the outcome's day where that was asked for. */
  private async creationFor({ id, createdAt }: LeadRow, { on, moveCreation }: OutcomeInput): Promise<Date> {
    if (on > this.calendar.today()) throw new Unprocessable('in_future', 'on', 'This day lies in the future');
    if (on >= this.calendar.dayOf(createdAt)) return createdAt;
    if (!moveCreation) throw new Unprocessable('before_creation', 'on', 'This lies before the lead was created');
    if (on < EARLIEST) throw new Unprocessable('too_long_ago', 'on', 'This lies too long ago');
    const moved = this.calendar.startOf(on);
    await this.scope.rows(sql`update lead set created_at = ${moved} where region_id = ${this.scope.here.regionId} and id = ${id}`);
    return moved;
  }

  private async organisationOf(input: OutcomeInput): Promise<string | null> {
    const ref = organisationIn(input);
    return ref ? ((await this.organisations.resolve([ref], () => 'organisation'))[0] ?? null) : null;
  }

  private async mustBeNew(leadId: string, organisationId: string): Promise<void> {
    const { regionId } = this.scope.here;
    const [known] = await this.scope.rows(sql`
      select from outcome o join lead l on l.region_id = o.region_id and l.id = o.lead_id
      where o.region_id = ${regionId} and (l.id = ${leadId} or l.merged_into = ${leadId})
        and o.type = 'new_company' and o.organisation_id = ${organisationId}
        and not exists (select from void v where v.region_id = o.region_id and v.target_id = o.id) limit 1`);
    if (known) throw new Conflict('same_company', 'name', 'This company is recorded for this lead already');
  }

  private async insert(id: string, lead: LeadRow, input: OutcomeInput, organisationId: string | null): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    const household = input.type === 'settled_mover' ? input : undefined;
    const company = input.type === 'new_company' ? input : undefined;
    await this.scope.rows(sql`
      insert into outcome (region_id, id, lead_id, type, day, municipality, adults, children, from_country, from_municipality, residence,
                           home_municipality, organisation_id, founders, sole_trader, contact_person_id, actor_id)
      values (${regionId}, ${id}, ${lead.id}, ${input.type}, ${input.on}, ${input.municipality},
              ${household?.adults ?? null}, ${household?.children ?? null},
              ${household?.from?.country ?? null}, ${household?.from?.municipality ?? null},
              ${household?.residence ?? null}, ${household?.homeMunicipality ?? null},
              ${organisationId}, ${company?.founders ?? null}, ${company?.soleTrader ?? null},
              ${(await this.viewer.contactPersonId()) ?? lead.ownerId}, ${actorId})`);
  }

  private async find(id: string): Promise<Outcome> {
    const row = await this.scope.row<Outcome>(sql`
      select o.id, o.lead_id as "leadId", o.type, o.day as "on", o.municipality, o.adults, o.children, o.residence,
             o.home_municipality as "homeMunicipality",
             case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as organisation,
             coalesce((select json_agg(json_build_object('id', f.id, 'months', f.months, 'dueOn', f.due_on) order by f.months)
                       from follow_up f where f.region_id = o.region_id and f.outcome_id = o.id), '[]') as "followUps"
      from outcome o left join organisation g on g.region_id = o.region_id and g.id = o.organisation_id
      where o.region_id = ${this.scope.here.regionId} and o.id = ${id}`);
    return row!;
  }
}

/** The company that was founded; the employer or the school where one is told. */
function organisationIn(input: OutcomeInput): OrganisationRef | undefined {
  if (input.type === 'settled_mover') return undefined;
  if (input.type === 'new_company') {
    const { name, businessId, industry, municipality } = input;
    return { name, municipality, ...(businessId ? { businessId } : {}), ...(industry ? { industry } : {}) };
  }
  if (input.organisationId && input.organisation) throw new Unprocessable('one_organisation', 'organisation', 'Name one organisation');
  return input.organisationId ? { id: input.organisationId } : input.organisation;
}
