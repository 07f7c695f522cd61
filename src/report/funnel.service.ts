/** The funnel report: from gross reach to people still here, with its breakdown and its comparison. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Calendar } from '../platform/calendar.ts';
import { Forbidden } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { hasTouchFilter } from './activity-map.ts';
import { shownRows } from './breakdown.ts';
import { Breakdowns } from './breakdowns.ts';
import { Cohorts, type Question } from './cohorts.ts';
import { comparedDays, type Days } from './comparison.ts';
import type { Funnel, FunnelBody, FunnelQuery } from './funnel.schema.ts';
import { funnelBody } from './funnel.ts';
import { namingQuery } from './naming.query.ts';
import { planQuery } from './plan.ts';
import { reachQuery, spansOf } from './reach.ts';
import type { Language } from './texts.ts';
import { delicacyOf, NO_VEIL, type Veil, veilOver } from './veil.ts';

const NO_REACH = { grossReach: null, impressions: null, views: null, clicks: null, clicksTracked: null, clicksReported: null };

@Injectable()
export class FunnelService {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly cohorts: Cohorts,
    private readonly breakdowns: Breakdowns,
  ) {}

  /**
   * @throws Unprocessable `unknown_pipeline`
   * @throws Forbidden `not_her_own`: results of other contact persons, rule 7
   */
  async report(query: FunnelQuery, language: Language): Promise<Funnel> {
    const question = await this.question(query, language);
    const report = await this.body(question, query);
    const compared = comparedDays(query);
    if (!compared) return report;
    return { ...report, previous: (await this.hasData(compared)) ? await this.compared(question, compared) : null };
  }

  /** What a request asks. */
  async question({ windowDays, by, model, pipeline, ...filters }: FunnelQuery, language: Language): Promise<Question> {
    const plan = await planQuery(this.cohorts.read, this.scope.here.regionId, pipeline, by === 'pipeline', language);
    return { plan, filters, by, model, windowDays: windowDays === 'none' ? null : windowDays, language, now: new Date() };
  }

  /** The report of one time. */
  async body(question: Question, days: Days): Promise<FunnelBody> {
    if (!(await this.breakdowns.mayAsk(question, days))) throw new Forbidden('not_her_own', 'You may ask for your own results here');
    const { filters, by, plan } = question;
    const chosen = await this.cohorts.choose(question, filters, days);
    const numbers = await this.cohorts.numbers(chosen.cohort);
    const delicacy = delicacyOf(filters, by, plan.usual);
    const threshold = this.scope.here.region.smallNumber;
    const wider = [];
    for (const off of delicacy.takeOff) {
      const without = { ...filters, ...Object.fromEntries(off.map((filter) => [filter, []])) };
      wider.push(await this.cohorts.numbers((await this.cohorts.choose(question, without, days)).cohort));
    }
    const veil = veilOver(numbers, wider, threshold);
    const body = funnelBody({
      ...days,
      steps: plan.steps,
      numbers,
      reach: await this.reach(question, days),
      veil,
    });
    if (!by) return body;
    if (veil.everything) return { ...body, rows: [], unattributed: { steps: plan.steps.map(() => null), suppressed: true } };
    const rows = await this.breakdowns.rows(question, by, chosen, numbers.counts.reached);
    const map = by === 'activity' || by === 'campaign' ? await this.cohorts.map() : undefined;
    const naming = await namingQuery(this.cohorts.read, this.scope.here.regionId, by, { map, plan, language: question.language });
    return {
      ...body,
      ...shownRows(
        rows,
        naming,
        body.steps.map(({ count }) => count),
        delicacy.rows ? threshold : null,
      ),
    };
  }

  private async reach({ filters }: Question, days: Days): Promise<FunnelBody['reach']> {
    const { regionId } = this.scope.here;
    const isFiltered = hasTouchFilter(filters) || [filters.municipality, filters.language, filters.owner].some(({ length }) => length > 0);
    const spans = isFiltered
      ? spansOf((await this.cohorts.map()).activities, filters, days.from, days.to, this.calendar.timeZone)
      : [{ ...days, activities: null }];
    return reachQuery(this.cohorts.read, regionId, spans);
  }

  /** In a time in which too few contact persons have results, nothing is shown of those she asks for now. */
  private async compared(question: Question, days: Days): Promise<FunnelBody> {
    if (await this.breakdowns.mayAsk(question, days)) return this.body(question, days);
    const { plan } = question;
    const veil: Veil = { ...NO_VEIL, everything: true };
    const counts = { reached: [], mature: [], stillRunning: 0 };
    const stillHere = ([3, 6, 12] as const).map((months) => ({ months, due: 0, notYetDue: 0, noAnswer: 0, stillHere: 0 }));
    return funnelBody({ ...days, steps: plan.steps, numbers: { counts, quartiles: [], lost: [], stillHere }, reach: NO_REACH, veil });
  }

  /** Whether the region has any lead or figure of these days. */
  private async hasData({ from, to }: Days): Promise<boolean> {
    const { regionId } = this.scope.here;
    const lead = await this.scope.row(sql`
      select from journey where region_id = ${regionId}
        and created_at >= ${this.calendar.startOf(from)} and created_at < ${this.calendar.startOf(to)} limit 1`);
    if (lead) return true;
    const reach = await reachQuery(this.cohorts.read, regionId, [{ from, to, activities: null }]);
    return Object.values(reach).some((value) => value !== null);
  }
}
