/** Makes many activities at once with their figures, each row by itself. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { RowResult } from '../platform/bulk.schema.ts';
import { Calendar } from '../platform/calendar.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { checked, RowByRow, within } from '../platform/row-by-row.ts';
import { ActivityRowInput, type ActivityRows } from './activity-bulk.schema.ts';
import { ActivityService } from './activity.service.ts';
import type { Metric } from './metric.schema.ts';
import { MetricService } from './metric.service.ts';

@Injectable()
export class ActivitiesInBulk {
  constructor(
    private readonly scope: RegionScope,
    private readonly rowByRow: RowByRow,
    private readonly activities: ActivityService,
    private readonly metrics: MetricService,
    private readonly calendar: Calendar,
  ) {}

  /** Good rows are written, the others answered with their reasons; a repeated row has no second effect. */
  make({ rows }: ActivityRows): Promise<RowResult[]> {
    return this.rowByRow.each(rows, (row) => this.one(checked(ActivityRowInput, row)));
  }

  private async one({ id, activity, figures = {} }: ActivityRowInput): Promise<'saved' | 'repeated'> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`activity ${regionId} ${id}`}, 0))`);
    if (await this.scope.row(sql`select from activity where region_id = ${regionId} and id = ${id}`)) return 'repeated';
    const { startsOn, endsOn } = await within('activity', () => this.activities.make(activity, id));
    const periodEnd = endsOn ?? [startsOn, this.calendar.today()].sort().at(-1)!;
    const known = Object.entries(figures) as [Metric, number][];
    await this.metrics.insert(
      known.map(([metric, value]) => ({ activityId: id, metric, value, periodStart: startsOn, periodEnd, source: 'manual' })),
    );
    return 'saved';
  }
}
