/** /regions/{region}/reminder: one's own */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ReminderChoice } from './reminder.schema.ts';
import { Reminders } from './reminder.service.ts';

@Controller('regions/:region/reminder')
export class ReminderController {
  constructor(private readonly reminders: Reminders) {}

  @Get()
  @Allow('contact.own')
  @Answers(ReminderChoice)
  read() {
    return this.reminders.read();
  }

  @Put()
  @Allow('contact.own')
  @Answers(ReminderChoice)
  choose(@Body({ schema: ReminderChoice }) body: ReminderChoice) {
    return this.reminders.choose(body);
  }
}
