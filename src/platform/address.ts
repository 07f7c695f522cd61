/** The address under which people reach the product, for links that leave it. */
import type { FastifyRequest } from 'fastify';
import type { Settings } from './settings.ts';

/** PUBLIC_URL where the operator named one, else the request's own; without a slash at its end. */
export const addressOf = (request: FastifyRequest, { publicUrl }: Pick<Settings, 'publicUrl'>): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;
