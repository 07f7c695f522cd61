/** POST /regions/{region}/leads/{id}/touches */
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { TouchInput } from './lead.schema.ts';
import { TouchAdded } from './touch.schema.ts';
import { TouchService } from './touch.service.ts';

@Controller('regions/:region/leads/:id/touches')
export class TouchController {
  constructor(private readonly touches: TouchService) {}

  @Post()
  @Allow('lead.write')
  @Answers(TouchAdded, { status: 201 })
  add(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: TouchInput }) body: TouchInput) {
    return this.touches.add(path.id, body);
  }
}
