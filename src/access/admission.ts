/** Whether somebody who was let in a while ago would be let in now: for streams, which outlive the moment they were opened in. */
import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../platform/request-context.ts';
import { Memberships } from './memberships.ts';
import { type Action, may } from './permission.schema.ts';
import { COOKIE, Sessions } from './sessions.ts';
import { bearerOf, Tokens } from './tokens.ts';

@Injectable()
export class Admission {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly memberships: Memberships,
  ) {}

  /** Who she is and what she may now; undefined once she has signed out, left the region, or lost the role. */
  async again(request: FastifyRequest, slug: string, action: Action): Promise<Required<RequestContext> | undefined> {
    const bearer = bearerOf(request);
    if (bearer) {
      const opened = await this.tokens.find(bearer, slug);
      return opened && may(opened.roles, action)
        ? { region: opened.region, actor: { userId: opened.userId, roles: opened.roles } }
        : undefined;
    }
    const userId = await this.sessions.holder(request.cookies[COOKIE] ?? '');
    const membership = userId ? await this.memberships.find(userId, slug) : undefined;
    if (!userId || !membership || !may(membership.roles, action)) return undefined;
    return { region: membership.region, actor: { userId, roles: membership.roles } };
  }
}
