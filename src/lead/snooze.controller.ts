/** /regions/{region}/leads/{id}/snooze */
import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Snoozed, SnoozeInput } from './snooze.schema.ts';
import { Snoozes } from './snooze.service.ts';

@Controller('regions/:region/leads/:id/snooze')
export class SnoozeController {
  constructor(private readonly snoozes: Snoozes) {}

  @Put()
  @Allow('lead.write')
  @Answers(Snoozed)
  put(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: SnoozeInput }) body: SnoozeInput) {
    return this.snoozes.put(path.id, body.until);
  }

  @Delete()
  @HttpCode(204)
  @Allow('lead.write')
  end(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.snoozes.end(path.id);
  }
}
