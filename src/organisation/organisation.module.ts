/** Companies and other organisations. */
import { Module } from '@nestjs/common';
import { OrganisationController } from './organisation.controller.ts';
import { OrganisationMatching } from './organisation-matching.ts';
import { OrganisationService } from './organisation.service.ts';

@Module({
  controllers: [OrganisationController],
  providers: [OrganisationService, OrganisationMatching],
  exports: [OrganisationService],
})
export class OrganisationModule {}
