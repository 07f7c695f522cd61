/** Opens a number of the funnel: the leads behind it, as far as the viewer may see them (rules 6 to 8). */
import { Injectable } from '@nestjs/common';
import { Viewer } from '../access/viewer.ts';
import { Calendar } from '../platform/calendar.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { isBeside, TEAM } from './activity-map.ts';
import { groupsQuery, type LeadDimension } from './breakdown.query.ts';
import { type Chosen, Cohorts, type Question } from './cohorts.ts';
import { WEIGHTS } from './credit.ts';
import { type Behind, leadsQuery } from './funnel-leads.query.ts';
import type { FunnelBody, FunnelLeads, FunnelLeadsQuery } from './funnel.schema.ts';
import { isTouchDimension } from './breakdowns.ts';
import { FunnelService } from './funnel.service.ts';
import { isSmall } from './suppression.ts';
import type { Language } from './texts.ts';
import { delicacyOf } from './veil.ts';

const UNATTRIBUTED = 'unattributed';
/** Fewer leads than this never open to rows of people whom the viewer may not see. */
const FEW = 5;
const CLOSED: FunnelLeads = { items: [], nextCursor: null, total: null, suppressed: true };

@Injectable()
export class FunnelLeadsService {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
    private readonly cohorts: Cohorts,
    private readonly funnel: FunnelService,
  ) {}

  /**
   * @throws Unprocessable `unknown_step`, `unknown_row` (not there, or not for these eyes), and what the report itself refuses
   * @throws Forbidden `not_her_own`
   */
  async behind(asked: FunnelLeadsQuery, language: Language): Promise<FunnelLeads> {
    const { step, lost, running, row, limit, cursor, ...query } = asked;
    const question = await this.funnel.question(query, language);
    const place = step === undefined ? undefined : question.plan.steps.findIndex(({ key }) => key === step);
    if (place === -1) throw new Unprocessable('unknown_step', 'step', 'There is no such step');
    const body = await this.funnel.body(row === undefined ? { ...question, by: undefined } : question, query);
    if (this.isHidden(body, { place, lost, running, row })) return CLOSED;

    const chosen = await this.cohorts.choose(question, question.filters, query);
    const behind: Behind = {
      step: place === undefined ? undefined : place + 1,
      lost,
      running: running !== undefined,
      ...(await this.inRow(question, chosen, body, row)),
    };
    const eyes = { userId: this.viewer.userId, roles: this.viewer.roles, zone: this.calendar.timeZone };
    const { rows, total } = await leadsQuery(this.cohorts.read, chosen.cohort, behind, eyes, {
      limit,
      offset: offsetOf({ limit, cursor }),
    });

    const threshold = this.scope.here.region.smallNumber;
    const { takeOff, rows: delicateRows } = delicacyOf(question.filters, row === undefined ? undefined : question.by, question.plan.usual);
    if ((takeOff.length > 0 || delicateRows) && isSmall(total, threshold)) return CLOSED;
    const items = rows.map(({ seen, ...lead }) => ({ ...lead, id: seen ? lead.id : null }));
    if (total < Math.max(FEW, threshold) && rows.some(({ seen }) => !seen))
      return { ...CLOSED, items: items.filter(({ id }) => id !== null) };
    return pageFrom(
      items.map((lead) => ({ ...lead, total })),
      { limit, cursor },
      total,
    );
  }

  /** Whether the report itself hides the number that is to be opened. */
  private isHidden(
    body: FunnelBody,
    {
      place,
      lost,
      running,
      row,
    }: { place: number | undefined; lost: string | undefined; running: string | undefined; row: string | undefined },
  ): boolean {
    if (body.cohort.leads === null) return true;
    const step = body.steps[place ?? 0];
    if (step?.count === null) return true;
    const losses = (place === undefined ? body.steps : step ? [step] : []).flatMap((at) => at.lost);
    if (lost !== undefined && losses.some(({ reason, count }) => reason === lost && count === null)) return true;
    if (running !== undefined && body.cohort.stillRunning === null) return true;
    if (row === undefined) return false;
    const steps = row === UNATTRIBUTED ? body.unattributed?.steps : body.rows?.find(({ key }) => key === row)?.steps;
    if (!steps) throw new Unprocessable('unknown_row', 'row', 'There is no such row');
    return steps[place ?? 0] === null;
  }

  /** The leads of a row; of the team all whom she may not see one by one. */
  private async inRow(
    question: Question,
    chosen: Chosen,
    body: FunnelBody,
    row: string | undefined,
  ): Promise<Pick<Behind, 'values' | 'ids'>> {
    const { by, model } = question;
    if (row === undefined || by === undefined) return { values: undefined, ids: undefined };
    const shown = new Set(body.rows?.map(({ key }) => key));
    const isInRow = (key: string) => (row === TEAM ? !isBeside(key) && !shown.has(key) : key === row);
    if (!isTouchDimension(by))
      return {
        ids: undefined,
        values: { by, among: row === UNATTRIBUTED ? null : await this.valuesOf(question, chosen, by, row, isInRow) },
      };
    const rows = (await this.cohorts.map()).rows(by);
    const inRow = rows.keys.map(isInRow);
    const weigh = WEIGHTS[model];
    const ids = (await chosen.touched()).ids((lead) => {
      if (!chosen.keep(lead)) return false;
      if (row === UNATTRIBUTED) return lead.counted > 0;
      for (let place = 0; place < lead.counted; place += 1) {
        if (weigh(place, lead.counted) > 0 && inRow[rows.rowOf(lead.activityAt(place), lead.secondAt(place))]) return true;
      }
      return false;
    });
    return { values: undefined, ids: { among: ids, but: row === UNATTRIBUTED } };
  }

  private async valuesOf(
    { plan }: Question,
    { cohort }: Chosen,
    by: LeadDimension,
    row: string,
    isInRow: (key: string) => boolean,
  ): Promise<string[]> {
    if (by === 'pipeline') return plan.pipelines.filter(({ key }) => key === row).map(({ no }) => String(no));
    if (row !== TEAM) return [row];
    const groups = await groupsQuery(this.cohorts.read, cohort, by, this.calendar.timeZone);
    return groups.flatMap(({ key }) => (key !== null && isInRow(key) ? [key] : []));
  }
}
