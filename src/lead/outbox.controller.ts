/** /regions/{region}/outbox */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { OutboxItem, OutboxList, OutboxMail } from './outbox.schema.ts';
import { Outbox } from './outbox.service.ts';

@Controller('regions/:region/outbox')
export class OutboxController {
  constructor(private readonly outbox: Outbox) {}

  @Get()
  @Allow('mail.read')
  @Answers(pageOf(OutboxItem).meta({ id: 'OutboxPage' }))
  list(@Query({ schema: OutboxList }) query: OutboxList) {
    return this.outbox.list(query);
  }

  @Get(':id')
  @Allow('mail.read')
  @Answers(OutboxMail)
  read(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.outbox.read(path.id);
  }

  @Post(':id/send')
  @HttpCode(200)
  @Allow('mail.read')
  @Answers(OutboxItem)
  send(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.outbox.send(path.id);
  }
}
