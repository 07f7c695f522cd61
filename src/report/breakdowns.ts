/** Leads by the rows of a breakdown, and whose results a viewer may ask for (rule 7). */
import { Injectable } from '@nestjs/common';
import { Viewer } from '../access/viewer.ts';
import { Calendar } from '../platform/calendar.ts';
import { isBeside, TOUCH_DIMENSIONS, type TouchDimension } from './activity-map.ts';
import { groupsQuery } from './breakdown.query.ts';
import { type Rows, rowsOfCredits, rowsOfGroups } from './breakdown.ts';
import { type Chosen, Cohorts, type Question } from './cohorts.ts';
import type { Days } from './comparison.ts';
import { credit } from './credit.ts';
import type { Breakdown } from './funnel.schema.ts';
import { mayAskFor, type Onlooker, withTeam } from './persons.ts';

export const isTouchDimension = (by: Breakdown): by is TouchDimension => (TOUCH_DIMENSIONS as readonly string[]).includes(by);
const isOfPersons = (by: Breakdown) => by === 'contactPerson' || by === 'owner';

@Injectable()
export class Breakdowns {
  constructor(
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
    private readonly cohorts: Cohorts,
  ) {}

  /** Who looks, as rule 7 asks. */
  async onlooker(): Promise<Onlooker> {
    return { own: await this.viewer.contactPersonId(), leads: this.viewer.roles.some((role) => role === 'manager' || role === 'admin') };
  }

  /** The leads by row, people whom the viewer may not see as one. */
  async rows({ by: _, ...question }: Question, by: Breakdown, chosen: Chosen, totals: readonly number[]): Promise<Rows> {
    const all = isTouchDimension(by) ? await this.touchRows(question.model, by, chosen, totals) : await this.leadRows(question, by, chosen);
    return isOfPersons(by) ? { ...all, rows: withTeam(all.rows, (key) => !isBeside(key), await this.onlooker()) } : all;
  }

  private async touchRows(
    model: Question['model'],
    by: TouchDimension,
    { touched, keep }: Chosen,
    totals: readonly number[],
  ): Promise<Rows> {
    const rows = (await this.cohorts.map()).rows(by);
    return rowsOfCredits(rows, credit(await touched(), rows, model, totals.length, keep), totals);
  }

  private async leadRows({ plan }: Pick<Question, 'plan'>, by: Exclude<Breakdown, TouchDimension>, { cohort }: Chosen): Promise<Rows> {
    const groups = await groupsQuery(this.cohorts.read, cohort, by, this.calendar.timeZone);
    const keyOf = (no: string | null) => plan.pipelines.find((pipeline) => String(pipeline.no) === no)?.key ?? null;
    return rowsOfGroups(by === 'pipeline' ? groups.map((group) => ({ ...group, key: keyOf(group.key) })) : groups, plan.steps.length);
  }

  /** Whether the viewer may filter by these contact persons: her own, or all where enough are in the result without that filter. */
  async mayAsk(question: Question, days: Days): Promise<boolean> {
    const { contactPerson, owner } = question.filters;
    const onlooker = await this.onlooker();
    const asked = [...contactPerson, ...owner];
    if (mayAskFor(onlooker, asked, 0)) return true;
    if (!onlooker.leads) return false;
    const everybody = await this.cohorts.choose(question, { ...question.filters, contactPerson: [], owner: [] }, days);
    const owners = owner.length ? await this.leadRows(question, 'owner', everybody) : undefined;
    const totals = question.plan.steps.map(() => 0);
    const contacts = contactPerson.length ? await this.touchRows('linear', 'contactPerson', everybody, totals) : undefined;
    const persons = (rows: Rows | undefined) => (rows ? [...rows.rows.keys()].filter((key) => !isBeside(key)).length : 0);
    return mayAskFor(onlooker, owner, persons(owners)) && mayAskFor(onlooker, contactPerson, persons(contacts));
  }
}
