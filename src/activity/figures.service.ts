/** All numbers of one activity, as they were told: by period and by moment. */
import { Injectable } from '@nestjs/common';
import { ActivityStore } from './activity.store.ts';
import { MetricService } from './metric.service.ts';
import { SnapshotService } from './snapshot.service.ts';

@Injectable()
export class FiguresService {
  constructor(
    private readonly store: ActivityStore,
    private readonly metrics: MetricService,
    private readonly snapshots: SnapshotService,
  ) {}

  /** Every source beside each other; which of them counts, `activity_figure` says. @throws NotFound */
  async of(activityId: string) {
    await this.store.mustExist(activityId);
    return { metrics: await this.metrics.of(activityId), snapshots: await this.snapshots.of(activityId) };
  }
}
