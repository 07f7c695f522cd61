/** Reports: one file each, at the top of the house. */
import { Module } from '@nestjs/common';
import { Cohorts } from './cohorts.ts';
import { FunnelController } from './funnel.controller.ts';
import { FunnelLeadsService } from './funnel-leads.service.ts';
import { FunnelService } from './funnel.service.ts';

@Module({ controllers: [FunnelController], providers: [Cohorts, FunnelService, FunnelLeadsService] })
export class ReportModule {}
