/** /regions/{region}/activities/{id}/figures, /metrics and /snapshots */
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Figures, MetricPath, MetricRowOut, MetricRows, SnapshotKey, SnapshotOut, SnapshotRows } from './metric.schema.ts';
import { FiguresService } from './figures.service.ts';
import { MetricService } from './metric.service.ts';
import { SnapshotService } from './snapshot.service.ts';

@Controller('regions/:region/activities/:id')
export class FiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly metrics: MetricService,
    private readonly snapshots: SnapshotService,
  ) {}

  @Get('figures')
  @Allow('activity.read')
  @Answers(Figures)
  all(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.figures.of(path.id);
  }

  @Put('metrics')
  @Allow('activity.write')
  @Answers(Figures)
  async putMetrics(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: MetricRows }) body: MetricRows) {
    await this.metrics.put(path.id, body);
    return this.figures.of(path.id);
  }

  @Delete('metrics/:metricId')
  @Allow('activity.write')
  @Answers(MetricRowOut)
  removeMetric(@Param({ schema: MetricPath }) path: MetricPath) {
    return this.metrics.remove(path.id, path.metricId);
  }

  @Post('snapshots')
  @Allow('activity.write')
  @Answers(Figures, { status: 201 })
  async addSnapshots(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: SnapshotRows }) body: SnapshotRows) {
    await this.snapshots.add(path.id, body);
    return this.figures.of(path.id);
  }

  @Delete('snapshots')
  @Allow('activity.write')
  @Answers(SnapshotOut)
  removeSnapshot(@Param({ schema: ItemPath }) path: ItemPath, @Query({ schema: SnapshotKey }) query: SnapshotKey) {
    return this.snapshots.remove(path.id, query);
  }
}
