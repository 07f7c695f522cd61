/** POST /regions/{region}/contact-persons/{id}/hand-over */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { HandedOver, HandOver } from './hand-over.schema.ts';
import { HandOverService } from './hand-over.service.ts';

@Controller('regions/:region/contact-persons/:id/hand-over')
export class HandOverController {
  constructor(private readonly handOvers: HandOverService) {}

  @Post()
  @HttpCode(200)
  @Allow('contact.handOver')
  @Answers(HandedOver)
  handOver(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: HandOver }) body: HandOver) {
    return this.handOvers.handOver(path.id, body.to, body.on);
  }
}
