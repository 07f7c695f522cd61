/** What the public touches: tracked links and their clicks, and the page of a follow-up. */
import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.ts';
import { LeadModule } from '../lead/lead.module.ts';
import { ClickPartitions } from './click-partitions.job.ts';
import { ClickWriter } from './click-writer.service.ts';
import { ClicksController } from './clicks.controller.ts';
import { ClicksService } from './clicks.service.ts';
import { FollowUpPageController } from './follow-up.controller.ts';
import { FollowUpPages } from './follow-up.page.ts';
import { GoService } from './go.service.ts';
import { VisitorSalts } from './visitor-salt.service.ts';

@Module({
  imports: [ActivityModule, LeadModule],
  controllers: [ClicksController, FollowUpPageController],
  providers: [ClickWriter, VisitorSalts, ClickPartitions, GoService, ClicksService, FollowUpPages],
})
export class CaptureModule {}
