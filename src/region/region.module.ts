/** Regions with their partners, programmes and channels. */
import { Module } from '@nestjs/common';
import { ChannelController } from './channel.controller.ts';
import { ChannelService } from './channel.service.ts';
import { MailSetupController } from './mail-setup.controller.ts';
import { MunicipalityController } from './municipality.controller.ts';
import { NewRegions } from './new-region.service.ts';
import { PartnerController } from './partner.controller.ts';
import { PartnerService } from './partner.service.ts';
import { ProgrammeController } from './programme.controller.ts';
import { ProgrammeService } from './programme.service.ts';
import { RegionController } from './region.controller.ts';
import { RegionService } from './region.service.ts';
import { WorkPackages } from './work-packages.ts';

@Module({
  controllers: [MailSetupController, RegionController, PartnerController, ProgrammeController, ChannelController, MunicipalityController],
  providers: [RegionService, PartnerService, ProgrammeService, WorkPackages, ChannelService, NewRegions],
  exports: [RegionService, PartnerService, ProgrammeService, ChannelService, NewRegions],
})
export class RegionModule {}
