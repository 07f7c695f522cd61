/** Reports: one file each, at the top of the house. */
import { Module } from '@nestjs/common';
import { Breakdowns } from './breakdowns.ts';
import { Cohorts } from './cohorts.ts';
import { CoverageController } from './coverage.controller.ts';
import { CoverageService } from './coverage.service.ts';
import { FunnelController } from './funnel.controller.ts';
import { FunnelLeadsService } from './funnel-leads.service.ts';
import { FunnelService } from './funnel.service.ts';
import { TurnedIntoController } from './turned-into.controller.ts';
import { TurnedIntoService } from './turned-into.service.ts';

@Module({
  controllers: [CoverageController, FunnelController, TurnedIntoController],
  providers: [Breakdowns, Cohorts, CoverageService, FunnelService, FunnelLeadsService, TurnedIntoService],
})
export class ReportModule {}
