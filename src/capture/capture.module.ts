/** What the public touches: tracked links and their clicks. */
import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.ts';
import { ClickPartitions } from './click-partitions.job.ts';
import { ClickWriter } from './click-writer.service.ts';
import { ClicksController } from './clicks.controller.ts';
import { ClicksService } from './clicks.service.ts';
import { GoService } from './go.service.ts';
import { VisitorSalts } from './visitor-salt.service.ts';

@Module({
  imports: [ActivityModule],
  controllers: [ClicksController],
  providers: [ClickWriter, VisitorSalts, ClickPartitions, GoService, ClicksService],
})
export class CaptureModule {}
