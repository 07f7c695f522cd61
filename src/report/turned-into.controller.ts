/** GET /regions/{region}/activities/{id}/turned-into */
import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Reads } from '../platform/reads.ts';
import { TurnedInto } from './turned-into.schema.ts';
import { TurnedIntoService } from './turned-into.service.ts';

@Controller('regions/:region/activities/:id/turned-into')
@Reads('reporting')
export class TurnedIntoController {
  constructor(private readonly turnedInto: TurnedIntoService) {}

  @Get()
  @Allow('activity.read')
  @Answers(TurnedInto)
  of(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.turnedInto.of(path.id);
  }
}
