/** Errors of the domain, as RFC 9457 knows them: a stable code, a status, and the field they belong to. */

export interface Issue {
  /** Where in the request, e.g. `outcome.adults`; empty for the whole. */
  readonly path: string;
  readonly message: string;
  /** Stable, for translation. */
  readonly code: string;
}

/** Anything that is answered as a problem. The message is in English; the client translates by `code`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly issues: readonly Issue[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

const at = (path: string | undefined, code: string, message: string): Issue[] => (path === undefined ? [] : [{ path, code, message }]);

/** 400: the request itself is malformed at `path`. */
export class Malformed extends Problem {
  constructor(code: string, path: string, message: string) {
    super(400, code, message, at(path, code, message));
  }
}

/** 401: nobody is signed in, or not with this. */
export class Unauthenticated extends Problem {
  constructor(code = 'not_signed_in', message = 'Sign in first') {
    super(401, code, message);
  }
}

/** 403: signed in, but not allowed. */
export class Forbidden extends Problem {
  constructor(code = 'not_allowed', message = 'Your role does not allow this') {
    super(403, code, message);
  }
}

/** 404: not there, or not for these eyes. */
export class NotFound extends Problem {
  constructor(what = 'This') {
    super(404, 'not_found', `${what} was not found`);
  }
}

/** 409: against the state of things. */
export class Conflict extends Problem {
  constructor(code: string, path?: string, message = code.replaceAll('_', ' ')) {
    super(409, code, message, at(path, code, message));
  }
}

/** 412: somebody changed it meanwhile. */
export class Stale extends Problem {
  constructor() {
    super(412, 'stale', 'Somebody changed this meanwhile; load it again');
  }
}

/** 422: well formed, but against a rule of the domain at `path`. */
export class Unprocessable extends Problem {
  constructor(code: string, path: string, message = code.replaceAll('_', ' ')) {
    super(422, code, message, at(path, code, message));
  }
}

/** 429: too often. */
export class TooMany extends Problem {
  constructor(retryAfterSeconds: number) {
    super(429, 'too_many', 'Too many attempts; wait a while', [], { 'retry-after': String(retryAfterSeconds) });
  }
}
