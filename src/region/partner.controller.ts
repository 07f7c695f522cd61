/** /regions/{region}/partners */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { Partner, PartnerChange, PartnerInput, PartnerList } from './partner.schema.ts';
import { PartnerService } from './partner.service.ts';

const PartnerPage = pageOf(Partner).meta({ id: 'PartnerPage' });

@Controller('regions/:region/partners')
export class PartnerController {
  constructor(private readonly partners: PartnerService) {}

  @Get()
  @Allow('region.read')
  @Answers(PartnerPage)
  list(@Query({ schema: PartnerList }) query: PartnerList) {
    return this.partners.list(query);
  }

  @Post()
  @Allow('partner.write')
  @Answers(Partner, { status: 201 })
  make(@Body({ schema: PartnerInput }) body: PartnerInput) {
    return this.partners.make(body);
  }

  @Get(':id')
  @Allow('region.read')
  @Answers(Partner)
  one(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.partners.one(path.id);
  }

  @Patch(':id')
  @Allow('partner.write')
  @Answers(Partner)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: PartnerChange }) body: PartnerChange) {
    return this.partners.change(path.id, body);
  }
}
