/** /setup: the first visit; /regions: further regions, by an operator. */
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperatorOnly } from '../access/allow.ts';
import { Session } from '../access/session.schema.ts';
import { Sessions } from '../access/sessions.ts';
import { Answers } from '../platform/answers.ts';
import { Public } from '../platform/public.ts';
import { contextOf } from '../platform/request-context.ts';
import { Region, SetUp, SetUpState } from '../region/region.schema.ts';
import { SetUps } from './set-up.service.ts';

@Controller()
export class SetUpController {
  constructor(
    private readonly setUps: SetUps,
    private readonly sessions: Sessions,
  ) {}

  @Get('setup')
  @Public()
  @Answers(SetUpState)
  state() {
    return this.setUps.state();
  }

  /** Signs the first admin in at once. */
  @Post('setup')
  @Public()
  @Answers(Session, { status: 201 })
  async first(@Body({ schema: SetUp }) body: SetUp, @Res({ passthrough: true }) reply: FastifyReply) {
    const userId = await this.setUps.first(body);
    await this.sessions.begin(userId, reply);
    return this.sessions.describe(userId);
  }

  @Post('regions')
  @OperatorOnly()
  @Answers(Region, { status: 201 })
  another(@Body({ schema: SetUp }) body: SetUp, @Req() request: FastifyRequest) {
    return this.setUps.another(body, contextOf(request)!.actor.userId!);
  }
}
