/** /regions/{region}/programmes */
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { Programme, ProgrammeInput, ProgrammeList } from './programme.schema.ts';
import { ProgrammeService } from './programme.service.ts';

const ProgrammePage = pageOf(Programme).meta({ id: 'ProgrammePage' });

@Controller('regions/:region/programmes')
export class ProgrammeController {
  constructor(private readonly programmes: ProgrammeService) {}

  @Get()
  @Allow('region.read')
  @Answers(ProgrammePage)
  list(@Query({ schema: ProgrammeList }) query: ProgrammeList) {
    return this.programmes.list(query);
  }

  @Post()
  @Allow('programme.write')
  @Answers(Programme, { status: 201 })
  make(@Body({ schema: ProgrammeInput }) body: ProgrammeInput) {
    return this.programmes.make(body);
  }

  @Get(':id')
  @Allow('region.read')
  @Answers(Programme)
  one(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.programmes.one(path.id);
  }

  @Put(':id')
  @Allow('programme.write')
  @Answers(Programme)
  replace(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: ProgrammeInput }) body: ProgrammeInput) {
    return this.programmes.replace(path.id, body);
  }
}
