/** Signing in and out: /session */
import '@fastify/cookie';
import { createHmac } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { Answers } from '../platform/answers.ts';
import { Databases } from '../platform/databases.ts';
import { TooMany, Unauthenticated } from '../platform/problem.ts';
import { Public } from '../platform/public.ts';
import { contextOf } from '../platform/request-context.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { SignedIn } from './allow.ts';
import { Passwords } from './passwords.ts';
import { Session, SignIn } from './session.schema.ts';
import { COOKIE, Sessions } from './sessions.ts';

const ATTEMPTS = 10;
const MINUTES = 15;

@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly databases: Databases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Answers(Session)
  async signIn(
    @Body({ schema: SignIn }) { email, password }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const key = createHmac('sha256', this.settings.sessionSecret).update(`sign-in ${email}`).digest();
    const failures = await this.databases.row<{ many: number }>(sql`
      select count(*)::int as many from sign_in_failure where key = ${key} and at > now() - make_interval(mins => ${MINUTES})`);
    if ((failures?.many ?? 0) >= ATTEMPTS) throw new TooMany(MINUTES * 60);
    const user = await this.databases.row<{ id: string; hash: string | null }>(sql`
      select id, password_hash as hash from app_user where lower(email) = ${email}`);
    if (!(await this.passwords.verify(user?.hash, password)) || !user) {
      await this.databases.rows(sql`insert into sign_in_failure (key) values (${key})`);
      throw new Unauthenticated('wrong_credentials', 'The e-mail address or the password is not right');
    }
    await this.databases.rows(sql`delete from sign_in_failure where key = ${key}`);
    await this.sessions.end(request.cookies[COOKIE], reply);
    await this.sessions.begin(user.id, reply);
    return this.sessions.describe(user.id);
  }

  @Get()
  @SignedIn()
  @Answers(Session)
  async who(@Req() request: FastifyRequest) {
    return this.sessions.describe(contextOf(request)!.actor.userId!);
  }

  @Delete()
  @HttpCode(204)
  @Public()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.end(request.cookies[COOKIE], reply);
  }
}
