/** GET /regions/{region}/inbox */
import { Controller, Get } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { Inbox } from './inbox.schema.ts';
import { InboxService } from './inbox.service.ts';

@Controller('regions/:region/inbox')
export class InboxController {
  constructor(private readonly inboxes: InboxService) {}

  @Get()
  @Allow('lead.read')
  @Answers(Inbox)
  read() {
    return this.inboxes.read();
  }
}
