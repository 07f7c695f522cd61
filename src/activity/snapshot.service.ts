/** Cumulative numbers of an activity at moments: a video's views, likes, comments. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type * as z from 'zod';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { ActivityStore } from './activity.store.ts';
import type { SnapshotKey, SnapshotOut, SnapshotRows } from './metric.schema.ts';

type StoredSnapshot = z.input<typeof SnapshotOut>;

const STORED = raw('s.metric, s.taken_at as "takenAt", s.value, s.source');

@Injectable()
export class SnapshotService {
  constructor(
    private readonly scope: RegionScope,
    private readonly store: ActivityStore,
  ) {}

  /** All snapshots of an activity, oldest first. */
  of(activityId: string): Promise<StoredSnapshot[]> {
    return this.scope.rows(sql`
      select ${STORED} from snapshot s where s.region_id = ${this.scope.here.regionId} and s.activity_id = ${activityId}
      order by s.taken_at, s.metric, s.source`);
  }

  /**
   * Adds snapshots; one of the same metric, source and moment is replaced, within the request by the last. A counter may fall.
   * @throws NotFound
   */
  async add(activityId: string, rows: SnapshotRows): Promise<void> {
    await this.store.lock(activityId);
    const last = [...new Map(rows.map((row) => [[row.metric, row.source, moment(row.takenAt)].join(), row])).values()];
    await this.scope.rows(sql`
      insert into snapshot (region_id, activity_id, metric, source, taken_at, value)
      select ${this.scope.here.regionId}::uuid, ${activityId}::uuid, n.* from unnest(${last.map(({ metric }) => metric)}::text[],
        ${last.map(({ source }) => source)}::text[], ${last.map(({ takenAt }) => moment(takenAt))}::timestamptz[],
        ${last.map(({ value }) => value)}::bigint[]) n
      on conflict (region_id, activity_id, metric, source, taken_at) do update set value = excluded.value`);
  }

  /** Takes a snapshot out and answers it, so that it can be added again. @throws NotFound */
  async remove(activityId: string, { metric, takenAt, source }: SnapshotKey): Promise<StoredSnapshot> {
    await this.store.lock(activityId);
    const row = await this.scope.row<StoredSnapshot>(sql`
      delete from snapshot s where s.region_id = ${this.scope.here.regionId} and s.activity_id = ${activityId} and s.metric = ${metric}
        and s.source = ${source} and s.taken_at = ${moment(takenAt)}::timestamptz
      returning ${STORED}`);
    if (!row) throw new NotFound('This snapshot');
    return row;
  }
}

/** Moments are kept to the millisecond, as they are answered. */
const moment = (takenAt: string) => new Date(takenAt).toISOString();
