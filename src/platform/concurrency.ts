/** Tells concurrent editors of each other: ETag on what is read, If-Match on what is changed. */
import { createHash } from 'node:crypto';
import { CallHandler, ExecutionContext, Injectable, NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type * as z from 'zod';
import { Stale } from './problem.ts';
import { RegionScope } from './region-scope.ts';

/** The version of a representation: a digest of what is sent. */
export const etagOf = (sent: unknown): string => `"${createHash('sha256').update(JSON.stringify(sent)).digest('base64url').slice(0, 27)}"`;

const VERSION = 'suppilo:version';
/**
 * For a controller whose resource also tells what others make of it, as counts: its version is made of the fields in `schema` alone, so
 * that nobody is told of a change that is none. Its service checks with the same schema.
 */
export const VersionedBy = (schema: z.ZodType) => SetMetadata(VERSION, schema);

/** Gives single resources (those with an id) their ETag. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const schema = this.reflector.getAllAndOverride<z.ZodType | undefined>(VERSION, [context.getHandler(), context.getClass()]);
    return next.handle().pipe(
      map((body: unknown) => {
        if (typeof body === 'object' && body !== null && 'id' in body && !reply.sent) {
          reply.header('etag', etagOf(schema ? schema.parse(body) : body));
        }
        return body;
      }),
    );
  }
}

@Injectable()
export class Concurrency {
  constructor(private readonly scope: RegionScope) {}

  /**
   * Compares the caller's If-Match with `current`, the same representation a GET answers, read under a row lock. `schema` is the answer's
   * or, where its controller is VersionedBy another, that one.
   * @throws Stale 412 when it changed; nothing when no If-Match was sent
   */
  check(schema: z.ZodType, current: unknown): void {
    const { ifMatch } = this.scope.here;
    if (!ifMatch || ifMatch === '*') return;
    const present = etagOf(schema.parse(current));
    if (!ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === present)) throw new Stale();
  }
}
