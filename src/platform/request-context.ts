/** What the guard learned about a request, for the interceptors and handlers after it. */
import type { FastifyRequest } from 'fastify';
import type { Actor, RegionFacts } from './region-scope.ts';

export interface RequestContext {
  readonly actor: Actor;
  readonly region?: RegionFacts;
}

const KNOWN = new WeakMap<FastifyRequest, RequestContext>();

export const rememberContext = (request: FastifyRequest, context: RequestContext): void => void KNOWN.set(request, context);
export const contextOf = (request: FastifyRequest): RequestContext | undefined => KNOWN.get(request);
