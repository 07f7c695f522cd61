/** Makes the demo's activities with their figures and participants. */
import { Injectable } from '@nestjs/common';
import type { MetricRow } from '../activity/metric.schema.ts';
import { ActivityService } from '../activity/activity.service.ts';
import { MetricService } from '../activity/metric.service.ts';
import { SnapshotService } from '../activity/snapshot.service.ts';
import { AttendanceService } from '../lead/attendance.service.ts';
import { addDays, daysBetween } from '../platform/calendar.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type * as z from 'zod';
import type { Cast } from './demo.people.ts';
import { DemoProgress } from './demo.progress.ts';
import { ACTIVITIES } from './koillismaa.activities.ts';
import type { DemoActivity, DemoPart } from './koillismaa.activity.ts';
import { EXAMPLE } from './koillismaa.people.ts';

/** Ids of activities by their keys; those of a campaign's parts by `key/channel`. */
export type MadeActivities = ReadonlyMap<string, string>;

/** Impressions and clicks are examples in proportion to the reach. */
const IMPRESSIONS_PER_REACH = 2.6;
const CLICKS_PER_REACH = 0.0043;

@Injectable()
export class DemoActivities {
  constructor(
    private readonly scope: RegionScope,
    private readonly activities: ActivityService,
    private readonly metrics: MetricService,
    private readonly snapshots: SnapshotService,
    private readonly attendances: AttendanceService,
    private readonly progress: DemoProgress,
  ) {}

  async load(cast: Cast): Promise<MadeActivities> {
    const made = new Map<string, string>();
    await this.scope.as(cast.marketer, async () => {
      for (const activity of ACTIVITIES) {
        await this.make(activity, cast, made);
        await this.progress.step();
      }
    });
    return made;
  }

  private async make(activity: DemoActivity, cast: Cast, made: Map<string, string>): Promise<void> {
    const { kind, title, channel, startsOn, endsOn, costCents, municipalities, languages, parts = [] } = activity;
    const { id, partList } = await this.activities.make({
      kind,
      title,
      channel,
      startsOn,
      endsOn,
      costCents,
      municipalities,
      languages,
      ...(activity.audience ? { audience: activity.audience } : {}),
      contactPersonId: cast.contacts.get(activity.contact)!.id,
      programmeId: cast.programmeId,
      workPackageId: cast.workPackages.get(activity.workPackage),
      parts: parts.map((part) => ({ channel: part.channel, costCents: part.costCents })),
    });
    made.set(activity.key, id);
    for (const part of parts) {
      const partId = partList.find((one) => one.channel === part.channel)!.id;
      made.set(`${activity.key}/${part.channel}`, partId);
      await this.metrics.put(partId, figures(startsOn, endsOn!, part));
    }
    if (activity.views) {
      const counted = activity.views.map(([day, value]) => ({
        metric: 'views' as const,
        takenAt: `${day}T06:00:00Z`,
        value,
        source: 'manual' as const,
      }));
      await this.snapshots.add(id, counted);
    }
    if (activity.headcount !== undefined || activity.employers) await this.attendances.record(id, participants(activity));
  }
}

function participants({ headcount, byLanguage, employers }: DemoActivity) {
  const [from, to] = employers ?? [1, 0];
  return {
    ...(headcount === undefined ? {} : { headcount }),
    ...(byLanguage ? { byLanguage } : {}),
    organisations: Array.from({ length: to - from + 1 }, (_, at) => ({
      name: `${EXAMPLE}työnantaja ${String(from + at).padStart(2, '0')} Oy`,
    })),
  };
}

/** A part's figures by calendar month, in proportion to its days; the last month takes what rounding leaves, so that the total is exact. */
export function figures(startsOn: string, endsOn: string, { reach }: DemoPart): z.infer<typeof MetricRow>[] {
  const days = daysBetween(startsOn, endsOn) + 1;
  const totals = { reach, impressions: Math.round(reach * IMPRESSIONS_PER_REACH), linkClicks: Math.round(reach * CLICKS_PER_REACH) };
  const rows: z.infer<typeof MetricRow>[] = [];
  for (const [metric, total] of Object.entries(totals) as [keyof typeof totals, number][]) {
    let rest = total;
    for (let start = startsOn; start <= endsOn; ) {
      const end = [endsOn, addDays(nextMonth(start), -1)].sort()[0]!;
      const value = end === endsOn ? rest : Math.round((total * (daysBetween(start, end) + 1)) / days);
      rest -= value;
      rows.push({ metric, periodStart: start, periodEnd: end, value, source: 'manual' });
      start = addDays(end, 1);
    }
  }
  return rows;
}

const nextMonth = (day: string): string => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
};
