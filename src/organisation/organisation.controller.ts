/** /regions/{region}/organisations */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { Organisation, OrganisationChange, OrganisationInput, OrganisationList } from './organisation.schema.ts';
import { OrganisationService } from './organisation.service.ts';

const OrganisationPage = pageOf(Organisation).meta({ id: 'OrganisationPage' });

@Controller('regions/:region/organisations')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @Get()
  @Allow('organisation.read')
  @Answers(OrganisationPage)
  list(@Query({ schema: OrganisationList }) query: OrganisationList) {
    return this.organisations.list(query);
  }

  @Post()
  @Allow('organisation.write')
  @Answers(Organisation, { status: 201 })
  make(@Body({ schema: OrganisationInput }) body: OrganisationInput) {
    return this.organisations.make(body);
  }

  @Get(':id')
  @Allow('organisation.read')
  @Answers(Organisation)
  one(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.organisations.one(path.id);
  }

  @Patch(':id')
  @Allow('organisation.write')
  @Answers(Organisation)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: OrganisationChange }) body: OrganisationChange) {
    return this.organisations.change(path.id, body);
  }
}
