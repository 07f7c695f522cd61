/** What can go wrong between client and server: a refused request, no connection, an answer nobody can read. */
import { z } from 'zod';

const issueSchema = z.object({ path: z.string(), message: z.string(), code: z.string().optional() });

const problemSchema = z.object({
  type: z.string().default('about:blank'),
  code: z.string().optional(),
  title: z.string().default(''),
  status: z.number(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  issues: z.array(issueSchema).default([]),
});

/** One wrong field: `path` as in the body (`outcome.adults`), `code` as the key of its words in the catalogue. */
export type Issue = z.infer<typeof issueSchema>;

/** An answer of the server that says no (RFC 9457 problem+json). */
export class ApiProblem extends Error {
  readonly type: string;
  /** The stable word of the problem, the key of its text in the catalogues. */
  readonly code: string | undefined;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly issues: readonly Issue[];
  /** Seconds after which the server will listen again (429). */
  readonly retryAfter: number | undefined;

  constructor(problem: z.infer<typeof problemSchema>, retryAfter?: number) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.type = problem.type;
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.issues = problem.issues;
    this.retryAfter = retryAfter;
  }
}

/** The server was not reached: nothing was sent, or nobody knows whether it arrived. */
export class NoConnection extends Error {
  constructor(cause: unknown) {
    super('no connection', { cause });
    this.name = 'NoConnection';
  }
}

/** The server answered with success, but not in the agreed form: client and server are of different versions. */
export class UnreadableAnswer extends Error {
  constructor(path: string, cause: unknown) {
    super(`unreadable answer: ${path}`, { cause });
    this.name = 'UnreadableAnswer';
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  const parsed = problemSchema.safeParse({ status: response.status, ...(body as object) });
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  const bare = { type: 'about:blank', title: response.statusText, status: response.status, issues: [] };
  return new ApiProblem(parsed.success ? parsed.data : bare, retryAfter);
}

/** True for what may succeed when tried again as it is. */
export function isPassing(error: unknown): boolean {
  return error instanceof NoConnection || (error instanceof ApiProblem && error.status >= 500);
}
