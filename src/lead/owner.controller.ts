/** POST /regions/{region}/leads/{id}/owner */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { OwnerInput } from './lead.schema.ts';
import { OwnerChanged } from './owner.schema.ts';
import { OwnerService } from './owner.service.ts';

@Controller('regions/:region/leads/:id/owner')
export class OwnerController {
  constructor(private readonly owners: OwnerService) {}

  @Post()
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(OwnerChanged)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: OwnerInput }) body: OwnerInput) {
    return this.owners.change(path.id, body);
  }
}
