/** GET /regions/{region}/inbox, and the stream of what changes in it. */
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { InboxEvents } from './inbox-events.ts';
import { Inbox } from './inbox.schema.ts';
import { InboxService } from './inbox.service.ts';

@Controller('regions/:region/inbox')
export class InboxController {
  constructor(
    private readonly inboxes: InboxService,
    private readonly events: InboxEvents,
  ) {}

  @Get()
  @Allow('lead.read')
  @Answers(Inbox)
  read() {
    return this.inboxes.read();
  }

  /** Server-sent events: each message is an InboxEvent. `end`: the stream is over for good. */
  @Get('events')
  @Allow('lead.read')
  @ApiProduces('text/event-stream')
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.events.open(request, reply);
  }
}
