/** Numbers about an activity over periods. Periods of one metric, source and outside id never overlap (rule 5). */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type * as z from 'zod';
import { insertMany } from '../platform/bulk.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { newId } from '../platform/id.ts';
import { Conflict, NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { ActivityStore } from './activity.store.ts';
import { MetricRowOut, type MetricRows } from './metric.schema.ts';
import { firstOverlap } from './overlap.ts';

type StoredMetric = z.output<typeof MetricRowOut>;
type MetricRow = MetricRows[number];

const COLUMNS = {
  region_id: 'uuid',
  id: 'uuid',
  activity_id: 'uuid',
  metric: 'text',
  source: 'text',
  external_id: 'text',
  period: 'daterange',
  value: 'bigint',
};
const STORED = raw(`m.id, m.metric, lower(m.period) as "periodStart", upper(m.period) - 1 as "periodEnd", m.value, m.source,
  nullif(m.external_id, '') as "externalId"`);

@Injectable()
export class MetricService {
  constructor(
    private readonly scope: RegionScope,
    private readonly store: ActivityStore,
    private readonly concurrency: Concurrency,
  ) {}

  /** All metrics of an activity, newest period first. */
  of(activityId: string): Promise<StoredMetric[]> {
    return this.scope.rows(sql`
      select ${STORED} from metric_period m where m.region_id = ${this.scope.here.regionId} and m.activity_id = ${activityId}
      order by lower(m.period) desc, m.metric, m.source, m.external_id`);
  }

  /**
   * Replaces rows of equal periods and adds the others.
   * @throws NotFound; Conflict `overlapping_period` at the first row that overlaps a stored one, or one before it in `rows`, in part
   */
  async put(activityId: string, rows: readonly MetricRow[]): Promise<void> {
    await this.store.lock(activityId);
    const overlapping = firstOverlap(rows) ?? (await this.firstStoredOverlap(activityId, rows));
    if (overlapping !== undefined) {
      throw new Conflict(
        'overlapping_period',
        `${overlapping}.periodStart`,
        'This period overlaps another one of the same metric and source in part',
      );
    }
    await this.deleteEqual(activityId, rows);
    await this.insert(rows.map((row) => ({ ...row, activityId })));
  }

  /** Adds rows of activities that have none yet. */
  async insert(rows: readonly (MetricRow & { readonly activityId: string })[]): Promise<void> {
    const { manager, regionId } = this.scope.here;
    await insertMany(
      manager,
      'metric_period',
      COLUMNS,
      rows.map(({ activityId, metric, source, externalId, periodStart, periodEnd, value }) => ({
        region_id: regionId,
        id: newId(),
        activity_id: activityId,
        metric,
        source,
        external_id: externalId ?? '',
        period: `[${periodStart},${periodEnd}]`,
        value,
      })),
    );
  }

  /** Takes a row out and answers it, so that it can be put again. @throws NotFound, Stale */
  async remove(activityId: string, metricId: string): Promise<StoredMetric> {
    await this.store.lock(activityId);
    const row = await this.scope.row<StoredMetric>(sql`
      delete from metric_period m where m.region_id = ${this.scope.here.regionId} and m.activity_id = ${activityId} and m.id = ${metricId}
      returning ${STORED}`);
    if (!row) throw new NotFound('This figure');
    this.concurrency.check(MetricRowOut, row);
    return row;
  }

  private async firstStoredOverlap(activityId: string, rows: readonly MetricRow[]): Promise<number | undefined> {
    const row = await this.scope.row<{ at: number | null }>(sql`
      select min(g.at)::int - 1 as at from ${given(rows)}
      join metric_period m on m.region_id = ${this.scope.here.regionId} and m.activity_id = ${activityId} and m.metric = g.metric
        and m.source = g.source and m.external_id = g.external_id and m.period && g.period and m.period <> g.period`);
    return row?.at ?? undefined;
  }

  private async deleteEqual(activityId: string, rows: readonly MetricRow[]): Promise<void> {
    await this.scope.rows(sql`
      delete from metric_period m using ${given(rows)}
      where m.region_id = ${this.scope.here.regionId} and m.activity_id = ${activityId} and m.metric = g.metric
        and m.source = g.source and m.external_id = g.external_id and m.period = g.period`);
  }
}

/** The rows of a request as `g`, numbered from 1. */
const given = (rows: readonly MetricRow[]) => sql`
  unnest(${rows.map(({ metric }) => metric)}::text[], ${rows.map(({ source }) => source)}::text[],
    ${rows.map(({ externalId }) => externalId ?? '')}::text[],
    ${rows.map(({ periodStart, periodEnd }) => `[${periodStart},${periodEnd}]`)}::daterange[])
  with ordinality as g (metric, source, external_id, period, at)`;
