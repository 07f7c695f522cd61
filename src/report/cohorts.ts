/** Chooses the leads that a question is about, and reads what it needs of them. */
import { Injectable } from '@nestjs/common';
import { Calendar } from '../platform/calendar.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { type ActivityMap, hasTouchFilter } from './activity-map.ts';
import { activityMapQuery } from './activity-map.query.ts';
import { packedQuery } from './breakdown.query.ts';
import { type Cohort, FOR_EVER } from './cohort.ts';
import type { Days } from './comparison.ts';
import { lostQuery, type Read, stepsQuery } from './funnel.query.ts';
import type { Breakdown, CreditModel } from './funnel.schema.ts';
import { anyTouch, type PackedLead, type PackedLeads } from './packed-leads.ts';
import type { Plan } from './plan.ts';
import type { Filters } from './reach.ts';
import { stillHereQuery } from './still-here.query.ts';
import type { Language } from './texts.ts';
import type { Numbers } from './veil.ts';

/** What one request asks, whatever time it is about. */
export interface Question {
  readonly plan: Plan;
  readonly filters: Filters;
  readonly by: Breakdown | undefined;
  readonly model: CreditModel;
  /** Days of 24 h; null for none. */
  readonly windowDays: number | null;
  readonly language: Language;
  readonly now: Date;
}

/** The leads of a question in a time, those whose touches fit as well. */
export interface Chosen {
  readonly cohort: Cohort;
  /** Their touches; of leads among them that do not belong here too, see `keep`. */
  readonly touched: () => Promise<PackedLeads>;
  readonly keep: (lead: PackedLead) => boolean;
}

@Injectable()
export class Cohorts {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
  ) {}

  readonly read: Read = (statement) => this.scope.rows(statement);

  /** The region's activities, read once in a request. */
  map(): Promise<ActivityMap> {
    return this.scope.once('report.activities', () => activityMapQuery(this.read, this.scope.here.regionId));
  }

  async choose(question: Question, filters: Filters, days: Days): Promise<Chosen> {
    const cohort = this.cohort(question, filters, days);
    const packed = (of: Cohort) => {
      let read: Promise<PackedLeads> | undefined;
      return () => {
        read ??= packedQuery(this.read, of);
        return read;
      };
    };
    const touched = packed(cohort);
    if (!hasTouchFilter(filters)) return { cohort, touched, keep: () => true };
    const keep = anyTouch((await this.map()).matcher(filters));
    return { cohort: { ...cohort, leads: (await touched()).ids(keep) }, touched, keep };
  }

  /** What is counted of a cohort. */
  async numbers(cohort: Cohort): Promise<Numbers> {
    const { counts, quartiles } = await stepsQuery(this.read, cohort);
    const lost = await lostQuery(this.read, cohort);
    return { counts, quartiles, lost, stillHere: await stillHereQuery(this.read, cohort, this.calendar.today()) };
  }

  private cohort({ plan, windowDays, now }: Question, { municipality, language, owner }: Filters, { from, to }: Days): Cohort {
    const window = windowDays === null ? FOR_EVER : windowDays * 86_400;
    return {
      regionId: this.scope.here.regionId,
      pipelines: plan.pipelines.map(({ no }) => no),
      steps: plan.steps.length,
      common: plan.common,
      from: this.calendar.startOf(from),
      to: this.calendar.startOf(to),
      window,
      matureBefore: windowDays === null ? null : new Date(now.getTime() - window * 1000),
      filters: { municipality, language, owner },
    };
  }
}
