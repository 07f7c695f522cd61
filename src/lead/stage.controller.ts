/** POST /regions/{region}/leads/{id}/stage */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { StageInput } from './lead.schema.ts';
import { StageChanged } from './stage.schema.ts';
import { StageService } from './stage.service.ts';

@Controller('regions/:region/leads/:id/stage')
export class StageController {
  constructor(private readonly stages: StageService) {}

  @Post()
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(StageChanged)
  move(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: StageInput }) body: StageInput) {
    return this.stages.move(path.id, body);
  }
}
