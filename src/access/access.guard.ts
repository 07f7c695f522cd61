/** Lets a request in: who is it, does she belong to this region, does her role allow the route's action? */
import '@fastify/cookie';
import { CanActivate, ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Forbidden, NotFound, Unauthenticated } from '../platform/problem.ts';
import { PUBLIC } from '../platform/public.ts';
import { rememberContext } from '../platform/request-context.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { NEEDS, type Needs } from './allow.ts';
import { Memberships } from './memberships.ts';
import { may } from './permission.schema.ts';
import { Presence } from './presence.ts';
import { COOKIE, Sessions } from './sessions.ts';
import { bearerOf, Tokens } from './tokens.ts';

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly memberships: Memberships,
    private readonly presence: Presence,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { region?: string } }>>();
    const targets = [context.getHandler(), context.getClass()];
    const cookie = request.cookies[COOKIE];
    if (cookie) this.mustComeFromOurPages(request);
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const needs = this.reflector.getAllAndOverride<Needs | undefined>(NEEDS, targets);
    if (!needs) throw new Forbidden('no_permission_declared', 'This route declares no permission');

    const bearer = bearerOf(request);
    if (bearer) return this.byToken(request, bearer, needs);
    const user = cookie ? await this.sessions.find(cookie) : undefined;
    if (!user) throw new Unauthenticated();
    if (!('action' in needs)) {
      if ('operator' in needs && !user.operator) throw new Forbidden();
      rememberContext(request, { actor: { userId: user.userId, roles: [] } });
      return true;
    }
    const membership = await this.memberships.find(user.userId, request.params.region ?? '');
    if (!membership) throw new NotFound('This region');
    if (!may(membership.roles, needs.action)) throw new Forbidden();
    await this.presence.note(membership.region, user.userId);
    rememberContext(request, { actor: { userId: user.userId, roles: membership.roles }, region: membership.region });
    return true;
  }

  private async byToken(request: FastifyRequest<{ Params: { region?: string } }>, token: string, needs: Needs): Promise<boolean> {
    if (!('action' in needs)) throw new Unauthenticated('token_not_for_this', 'A token opens its region only');
    const opened = await this.tokens.find(token, request.params.region ?? '');
    if (!opened) throw new Unauthenticated('unknown_token', 'This token opens nothing here');
    if (!may(opened.roles, needs.action)) throw new Forbidden();
    rememberContext(request, { actor: { userId: opened.userId, roles: opened.roles }, region: opened.region });
    return true;
  }

  /** A request that carries the cookie and changes something must come from one of our own pages. */
  private mustComeFromOurPages(request: FastifyRequest): void {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
    const site = request.headers['sec-fetch-site'];
    const { origin, host } = request.headers;
    const ours = [host, this.settings.publicUrl && new URL(this.settings.publicUrl).host];
    // A page that tells nobody where its visitor comes from sends no origin, but the browser itself still says whose page it is.
    const unnamed = origin === 'null' && site === 'same-origin';
    const foreign = origin !== undefined && !unnamed && (!URL.canParse(origin) || !ours.includes(new URL(origin).host));
    if (foreign || site === 'cross-site' || site === 'same-site')
      throw new Forbidden('foreign_origin', 'This request comes from another site');
  }
}
