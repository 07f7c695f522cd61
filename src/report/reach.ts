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

const METRICS = ['reach', 'impressions', 'views', 'clicksReported'] as const;

/** Reach of people is gross: the same person may be in it several times. Nobody measures a figure that is null. */
export async function reachQuery(read: Read, regionId: string, spans: readonly Span[]): Promise<Reach> {
  const rows =
    spans.length === 0
      ? []
      : await read(sql`
    select f.metric, sum(f.value) as value
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s ("from" date, "to" date, activities uuid[])
    cross join lateral activity_figure(${regionId}, s."from", s."to", s.activities) f
    where f.metric = any(${METRICS}::text[]) group by f.metric`);
  const values = new Map(
    z
      .array(z.object({ metric: z.enum(METRICS), value: z.number() }))
      .parse(rows)
      .map(({ metric, value }) => [metric, value]),
  );
  const value = (metric: (typeof METRICS)[number]) => values.get(metric) ?? null;
  // No links are tracked yet: how often they were used is unknown.
  return {
    grossReach: value('reach'),
    impressions: value('impressions'),
    views: value('views'),
    clicks: value('clicksReported'),
    clicksTracked: null,
    clicksReported: value('clicksReported'),
  };
}

/** Which activities count on which of the days [from, to): a contact person's are hers on the days she is responsible. */
export function spansOf(activities: readonly ActivityFacts[], filters: Filters, from: string, to: string, zone: string): Span[] {
  const persons = [filters.contactPerson, filters.owner].filter(({ length }) => length > 0);
  const spans = new Map<string, { from: string; to: string; activities: string[] }>();
  for (const activity of activities) {
    if (!fits(activity, filters) || !meets(activity, filters)) continue;
    for (const days of persons.length ? daysOf(activity, persons, from, to, zone) : [{ from, to }]) {
      const key = `${days.from} ${days.to}`;
      const span = spans.get(key) ?? { ...days, activities: [] };
      span.activities.push(activity.id);
      spans.set(key, span);
    }
  }
  return [...spans.values()];
}

const meets = ({ municipalities, languages }: ActivityFacts, { municipality, language }: LeadFilters): boolean =>
  (municipality.length === 0 || municipality.some((code) => municipalities.includes(code))) &&
  (language.length === 0 || language.some((code) => languages.includes(code)));

/** A day on which an activity was handed over is the successor's. */
function daysOf({ contacts }: ActivityFacts, persons: readonly (readonly string[])[], from: string, to: string, zone: string) {
  const starts = contacts.map(({ since }, at) => (at === 0 ? from : dayOf(new Date(since * 1000), zone)));
  return contacts.flatMap(({ id }, at) => {
    const begin = starts[at]! > from ? starts[at]! : from;
    const next = starts[at + 1];
    const end = next !== undefined && next < to ? next : to;
    return begin < end && persons.every((wanted) => wanted.includes(id)) ? [{ from: begin, to: end }] : [];
  });
}
