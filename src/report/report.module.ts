/** Reports: one file each, at the top of the house. */
import { Module } from '@nestjs/common';
import { Cohorts } from './cohorts.ts';
import { FunnelController } from './funnel.controller.ts';
import { FunnelLeadsService } from './funnel-leads.service.ts';
import { FunnelService } from './funnel.service.ts';
import { TurnedIntoController } from './turned-into.controller.ts';
import { TurnedIntoService } from './turned-into.service.ts';

@Module({
  controllers: [FunnelController, TurnedIntoController],
  providers: [Cohorts, FunnelService, FunnelLeadsService, TurnedIntoService],
})
export class ReportModule {}
