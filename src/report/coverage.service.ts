/** The coverage report: how much of the work fell on days on which nobody was there, and what the leads met at the tip of the funnel. */
import { Injectable } from '@nestjs/common';
import { addDays, Calendar } from '../platform/calendar.ts';
import { Forbidden } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { workingDayAfter } from '../platform/working-days.ts';
import { hasTouchFilter, isBeside } from './activity-map.ts';
import { Breakdowns } from './breakdowns.ts';
import type { Cohort } from './cohort.ts';
import { type Chosen, Cohorts, type Question } from './cohorts.ts';
import { comparedDays, type Days } from './comparison.ts';
import { activeDaysQuery, daysQuery, heardFromQuery, knownFromQuery, responseTimesQuery, type Target, tipQuery } from './coverage.query.ts';
import type { Coverage, CoverageBody, CoverageQuery } from './coverage.schema.ts';
import { activeSpans, difference, heardAndMet, tailsOf, type Tip, tipOf } from './coverage.ts';
import { namingQuery } from './naming.query.ts';
import { withTeam } from './persons.ts';
import { planQuery } from './plan.ts';
import { figuresQuery, type Span, spansOf } from './reach.ts';
import type { Language } from './texts.ts';
import { delicacyOf } from './veil.ts';

/** What each measure is called among the figures of an activity. */
const MEASURES = { spendCents: 'cost', grossReach: 'reach', clicks: 'clicksCounted' } as const;
type Measure = keyof typeof MEASURES;

@Injectable()
export class CoverageService {
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
  async report(query: CoverageQuery, language: Language): Promise<Coverage> {
    const { from, to, compare, compareFrom, compareTo, pipeline, ...filters } = query;
    const plan = await planQuery(this.cohorts.read, this.scope.here.regionId, pipeline, true, language);
    const usual = pipeline.length === 0;
    const question: Question = {
      plan: { ...plan, usual },
      filters,
      by: undefined,
      model: 'linear',
      windowDays: null,
      language,
      now: new Date(),
    };
    const report = await this.body(question, { from, to });
    const compared = comparedDays({ from, to, compare, compareFrom, compareTo });
    return compared ? { ...report, previous: await this.compared(question, compared) } : report;
  }

  private async body(question: Question, days: Days): Promise<CoverageBody> {
    if (!(await this.breakdowns.mayAsk(question, days))) throw new Forbidden('not_her_own', 'You may ask for your own results here');
    const { regionId, region } = this.scope.here;
    const knownFrom = await knownFromQuery(this.cohorts.read, regionId);
    const { takeOff } = delicacyOf(question.filters, undefined, question.plan.usual);
    const chosen = await this.cohorts.choose(question, question.filters, days);
    const tip = await this.tip(chosen);
    const wider: Tip[] = [];
    for (const off of takeOff) {
      const without = { ...question.filters, ...Object.fromEntries(off.map((filter) => [filter, []])) };
      wider.push(await this.tip(await this.cohorts.choose(question, without, days)));
    }
    const naming = await namingQuery(this.cohorts.read, regionId, 'channel', {
      map: undefined,
      plan: question.plan,
      language: question.language,
    });
    return {
      period: days,
      knownFrom,
      ...(await this.covered(question, days, knownFrom)),
      ...tipOf(tip, await responseTimesQuery(this.cohorts.read, chosen.cohort), wider, {
        threshold: region.smallNumber,
        targetDays: region.responseDays,
        label: naming.label,
      }),
      owners: takeOff.length ? null : await this.owners(question, tip),
    };
  }

  /** A time without any lead or figure has nothing to compare with; nor has one that she may not ask for. */
  private async compared(question: Question, days: Days): Promise<CoverageBody | null> {
    if (!(await this.breakdowns.mayAsk(question, days))) return null;
    const body = await this.body(question, days);
    const isEmpty = body.leads.created === 0 && [body.spendCents, body.grossReach, body.clicks].every(({ total }) => total === null);
    return isEmpty ? null : body;
  }

  private async covered(
    { filters }: Question,
    { from, to }: Days,
    knownFrom: string | null,
  ): Promise<Record<Measure, CoverageBody['clicks']>> {
    const { regionId } = this.scope.here;
    const { activities } = await this.cohorts.map();
    const zone = this.calendar.timeZone;
    const until = knownFrom === null || knownFrom > to ? to : knownFrom;
    const following = (spans: readonly Span[]) => figuresQuery(this.cohorts.read, regionId, spans, Object.values(MEASURES));
    const figures = async (spans: readonly Span[]) =>
      difference(await following(tailsOf(spans, 'from', to)), await following(tailsOf(spans, 'to', to)));
    const isFiltered = hasTouchFilter(filters) || [filters.municipality, filters.language, filters.owner].some(({ length }) => length > 0);
    const all = (begin: string, end: string): Span[] =>
      isFiltered ? spansOf(activities, filters, begin, end, zone) : [{ from: begin, to: end, activities: null }];
    const total = await figures(all(from, to));
    const before = until > from ? await figures(all(from, until)) : new Map<string, number>();
    const active = await activeDaysQuery(this.cohorts.read, regionId);
    const covered = await figures(activeSpans(activities, active, filters, { from, to, zone }));
    const measure = (name: Measure) => {
      const metric = MEASURES[name];
      const whole = total.get(metric);
      if (whole === undefined) return { total: null, covered: null, before: null };
      return { total: whole, covered: covered.get(metric) ?? 0, before: before.get(metric) ?? 0 };
    };
    return { spendCents: measure('spendCents'), grossReach: measure('grossReach'), clicks: measure('clicks') };
  }

  private async tip({ cohort, touched, keep }: Chosen): Promise<Tip> {
    const owners = await tipQuery(this.cohorts.read, cohort, await this.targets(cohort), this.calendar.timeZone);
    const heard = await heardFromQuery(this.cohorts.read, cohort);
    const channels = (await this.cohorts.map()).rows('channel');
    const met: [string, Set<string>][] = [];
    (await touched()).forEach((lead) => {
      if (!keep(lead)) return;
      const keys = new Set<string>();
      for (let place = 0; place < lead.counted; place += 1) {
        const key = channels.keys[channels.rowOf(lead.activityAt(place), lead.secondAt(place))];
        if (key !== undefined && !isBeside(key)) keys.add(key);
      }
      met.push([lead.id(), keys]);
    });
    return { owners, ...heardAndMet(heard, met) };
  }

  /** Until when a lead created on each of these days must be responded to. */
  private async targets(cohort: Cohort): Promise<Target[]> {
    const days = await daysQuery(this.cohorts.read, cohort, this.calendar.timeZone);
    const { responseDays } = this.scope.here.region;
    return days.map((day) => ({ day, until: this.calendar.startOf(addDays(workingDayAfter(day, responseDays), 1)) }));
  }

  private async owners({ plan, language }: Question, { owners }: Tip): Promise<CoverageBody['owners']> {
    const rows = new Map(
      owners.flatMap(({ owner, leads, inTime, late, untouched }) => (owner ? [[owner, [leads, inTime, late, untouched]] as const] : [])),
    );
    const seen = withTeam(rows, (key) => !isBeside(key), await this.breakdowns.onlooker());
    const { label } = await namingQuery(this.cohorts.read, this.scope.here.regionId, 'owner', { map: undefined, plan, language });
    return [...seen]
      .map(([key, [leads = 0, inTime = 0, late = 0, untouched = 0]]) => ({ key, label: label(key), leads, inTime, late, untouched }))
      .sort((a, b) => Number(isBeside(a.key)) - Number(isBeside(b.key)) || a.label.localeCompare(b.label, 'fi'));
  }
}
