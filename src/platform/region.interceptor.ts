/** Opens the region's scope around each route of a region: one transaction, with role, region and actor. */
import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Idempotency } from './idempotency.ts';
import { READS } from './reads.ts';
import { RegionScope } from './region-scope.ts';
import { contextOf } from './request-context.ts';

@Injectable()
export class RegionInterceptor implements NestInterceptor {
  constructor(
    private readonly scope: RegionScope,
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const known = contextOf(request);
    if (!known?.region) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const reporting = this.reflector.getAllAndOverride<string>(READS, [context.getHandler(), context.getClass()]) === 'reporting';
    const ifMatch = request.headers['if-match'];
    const handle = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(
      this.scope.run(known.region, known.actor, () => this.idempotency.once(request, reply, handle), {
        reporting,
        ...(ifMatch ? { ifMatch } : {}),
      }),
    );
  }
}
