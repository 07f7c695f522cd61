/** POST /regions/{region}/{touches|stage-changes|outcomes|follow-up-answers}/{id}/void */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { VoidInput } from './lead.schema.ts';
import { Voided } from './void.schema.ts';
import { VoidService } from './void.service.ts';

@Controller('regions/:region')
export class VoidController {
  constructor(private readonly voids: VoidService) {}

  @Post('touches/:id/void')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Voided)
  touch(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: VoidInput }) body: VoidInput) {
    return this.voids.touch(path.id, body.reason);
  }

  @Post('stage-changes/:id/void')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Voided)
  stageChange(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: VoidInput }) body: VoidInput) {
    return this.voids.stageChange(path.id, body.reason);
  }

  @Post('outcomes/:id/void')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Voided)
  outcome(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: VoidInput }) body: VoidInput) {
    return this.voids.outcome(path.id, body.reason);
  }

  @Post('follow-up-answers/:id/void')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Voided)
  followUpAnswer(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: VoidInput }) body: VoidInput) {
    return this.voids.followUpAnswer(path.id, body.reason);
  }
}
