/** The funnel's upper part: what the activities reached, all filters applied to the activity. */
import sql from 'sql-template-tag';
import * as z from 'zod';
import { dayOf } from '../platform/calendar.ts';
import { type ActivityFacts, fits, type TouchFilters } from './activity-map.ts';
import type { LeadFilters } from './cohort.ts';
import type { FunnelBody } from './funnel.schema.ts';
import type { Read } from './funnel.query.ts';

export type Filters = TouchFilters & LeadFilters;
export type Reach = FunnelBody['reach'];

/** Activities whose figures of the days [from, to) count; null: all of the region. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly activities: readonly string[] | null;
}

const METRICS = ['reach', 'impressions', 'views', 'clicksCounted', 'clicksTracked', 'clicksReported'] as const;

/** Sums of figures of activities on the days of each span; those that nobody measures are not there. */
export async function figuresQuery(
  read: Read,
  regionId: string,
  spans: readonly Span[],
  metrics: readonly string[],
): Promise<Map<string, number>> {
  if (spans.length === 0) return new Map();
  const rows = await read(sql`
    select f.metric, sum(f.value) as value
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s ("from" date, "to" date, activities uuid[])
    cross join lateral activity_figure(${regionId}, s."from", s."to", s.activities) f
    where f.metric = any(${[...metrics]}::text[]) group by f.metric`);
  const values = z.array(z.object({ metric: z.string(), value: z.number() })).parse(rows);
  return new Map(values.map(({ metric, value }) => [metric, value]));
}

/** Reach of people is gross: the same person may be in it several times. Nobody measures a figure that is null. */
export async function reachQuery(read: Read, regionId: string, spans: readonly Span[]): Promise<Reach> {
  const values = await figuresQuery(read, regionId, spans, METRICS);
  const value = (metric: (typeof METRICS)[number]) => values.get(metric) ?? null;
  return {
    grossReach: value('reach'),
    impressions: value('impressions'),
    views: value('views'),
    clicks: value('clicksCounted'),
    clicksTracked: value('clicksTracked'),
    clicksReported: value('clicksReported'),
  };
}

/** Activities by the days [from, to) they count on. */
export function spansBy(days: Iterable<{ readonly activity: string; readonly from: string; readonly to: string }>): Span[] {
  const spans = new Map<string, { from: string; to: string; activities: string[] }>();
  for (const { activity, from, to } of days) {
    const key = `${from} ${to}`;
    const span = spans.get(key) ?? { from, to, activities: [] };
    span.activities.push(activity);
    spans.set(key, span);
  }
  return [...spans.values()];
}

/** Which activities count on which of the days [from, to): a contact person's are hers on the days she is responsible. */
export function spansOf(activities: readonly ActivityFacts[], filters: Filters, from: string, to: string, zone: string): Span[] {
  const byPerson = filters.contactPerson.length > 0 || filters.owner.length > 0;
  return spansBy(
    activities.flatMap((activity) => {
      const days = daysThatCount(activity, filters, from, to, zone);
      const counted = byPerson ? days : days.length ? [{ from, to }] : [];
      return counted.map((span) => ({ activity: activity.id, from: span.from, to: span.to }));
    }),
  );
}

const meets = ({ municipalities, languages }: ActivityFacts, { municipality, language }: LeadFilters): boolean =>
  (municipality.length === 0 || municipality.some((code) => municipalities.includes(code))) &&
  (language.length === 0 || language.some((code) => languages.includes(code)));

/** Who was responsible for an activity on which of the days [from, to). A day on which it was handed over is the successor's. */
export function responsibleDays({ contacts }: ActivityFacts, from: string, to: string, zone: string) {
  const starts = contacts.map(({ since }, at) => (at === 0 ? from : dayOf(new Date(since * 1000), zone)));
  return contacts.flatMap(({ id }, at) => {
    const begin = starts[at]! > from ? starts[at]! : from;
    const next = starts[at + 1];
    const end = next !== undefined && next < to ? next : to;
    return begin < end ? [{ id, from: begin, to: end }] : [];
  });
}

/** An activity whose own facts are asked for, and the days on which the persons asked for were responsible. */
export function daysThatCount(activity: ActivityFacts, filters: Filters, from: string, to: string, zone: string) {
  if (!fits(activity, filters) || !meets(activity, filters)) return [];
  const persons = [filters.contactPerson, filters.owner].filter(({ length }) => length > 0);
  return responsibleDays(activity, from, to, zone).filter(({ id }) => persons.every((wanted) => wanted.includes(id)));
}
