/** /setup/demo: looking around in the Koillismaa demo, and leaving it for one's own region. */
import { Body, Controller, Delete, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OperatorOnly } from '../access/allow.ts';
import { Session } from '../access/session.schema.ts';
import { Sessions } from '../access/sessions.ts';
import { Answers } from '../platform/answers.ts';
import { Public } from '../platform/public.ts';
import { SetUpDemo } from '../region/region.schema.ts';
import { Demo } from './demo.service.ts';

@Controller('setup/demo')
export class DemoController {
  constructor(
    private readonly demo: Demo,
    private readonly sessions: Sessions,
  ) {}

  @Post()
  @Public()
  @Answers(Session, { status: 201 })
  async load(@Body({ schema: SetUpDemo }) { admin }: SetUpDemo, @Res({ passthrough: true }) reply: FastifyReply) {
    const userId = await this.demo.load(admin);
    await this.sessions.begin(userId, reply);
    return this.sessions.describe(userId);
  }

  @Delete()
  @HttpCode(204)
  @OperatorOnly()
  async remove() {
    await this.demo.remove();
  }
}
