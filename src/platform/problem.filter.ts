/** Answers every error as problem+json; what nobody expected is logged and told without its insides. */
import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Conflict, Malformed, NotFound, Problem } from './problem.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Against a rule',
  429: 'Too many requests',
  503: 'Not available',
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error);
    if (problem.status >= 500) this.log.error(error instanceof Error ? `${request.id} ${error.stack}` : `${request.id} ${String(error)}`);
    if (reply.sent) return;
    reply.status(problem.status).headers(problem.headers).type('application/problem+json').send(problemBody(problem, request.id));
  }
}

/** The body of a problem, RFC 9457. */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  return {
    type: `https://suppilo.invalid/problems/${problem.code}`,
    code: problem.code,
    title: TITLES[problem.status] ?? 'Something failed',
    status: problem.status,
    detail: problem.message,
    requestId,
    ...(problem.issues.length ? { issues: problem.issues } : {}),
  };
}

/** Any thrown thing as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
  const code = sqlState(error);
  if (code) return fromDatabase(code, error as { constraint?: string; detail?: string });
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return fromStatus(status, (error as Error).message);
  return new Problem(500, 'unexpected', 'Something failed on our side; it has been logged');
}

function fromStatus(status: number, message: string): Problem {
  if (status === 404) return new NotFound();
  if (status === 400) return new Malformed('malformed', '', message);
  return new Problem(status, status === 413 ? 'too_large' : status === 415 ? 'unsupported_media_type' : 'refused', message);
}

const sqlState = (error: unknown): string | undefined => {
  const holder = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = holder?.driverError?.code ?? holder?.code;
  return typeof code === 'string' && (/^[0-9A-Z]{5}$/.test(code) || code.startsWith('E')) ? code : undefined;
};

/** What the database refused; a rule it keeps that no service foresaw is still the caller's conflict. */
function fromDatabase(code: string, { constraint }: { constraint?: string }): Problem {
  if (code === '23505' || code === '23P01')
    return new Conflict('already_there', undefined, `This is already there (${constraint ?? code})`);
  if (code === '23503') return new Problem(422, 'unknown_reference', `This refers to something that is not there (${constraint ?? code})`);
  if (code === '23514' || code === '23502') return new Problem(422, 'refused_by_rule', `This is against a rule (${constraint ?? code})`);
  if (/^22/.test(code)) return new Problem(422, 'value_out_of_range', 'A value is out of its range');
  if (code === '40001' || code === '40P01') return new Problem(409, 'try_again', 'Somebody changed this at the same time; try again');
  if (/^(08|57P|53)/.test(code) || code.startsWith('E'))
    return new Problem(503, 'database_away', 'The database is not available', [], { 'retry-after': '5' });
  return new Problem(500, 'unexpected', 'Something failed on our side; it has been logged');
}
