/** POST /regions/{region}/leads/{id}/messages */
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { MessageInput, MessageSent } from './message.schema.ts';
import { MessageService } from './message.service.ts';

@Controller('regions/:region/leads/:id/messages')
export class MessageController {
  constructor(private readonly messages: MessageService) {}

  @Post()
  @Allow('lead.write')
  @Answers(MessageSent, { status: 201 })
  send(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: MessageInput }) body: MessageInput) {
    return this.messages.send(path.id, body);
  }
}
