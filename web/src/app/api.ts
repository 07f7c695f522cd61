/** The client of the HTTP contract: typed by the shared zod schemas, failing only with the errors of problem.ts. */
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';
import type { z } from 'zod';
import { noteReached } from '../offline/connection.ts';
import { NoConnection, problemOf, UnreadableAnswer } from './problem.ts';

const root = '/api/v1';

type QueryValue = string | number | boolean | null | undefined;
export type Query = Record<string, QueryValue | readonly QueryValue[]>;

interface Options {
  query?: Query;
  signal?: AbortSignal;
  /** The ETag of the version that was edited: a newer one on the server answers 412 instead of being overwritten. */
  ifMatch?: string | undefined;
  /** Repeating a POST with the same key has one effect (kept 24 h). */
  idempotencyKey?: string;
  /** A 401 here does not mean that the session ended (sign-in itself). */
  anonymous?: boolean;
  /** Another form of the answer than JSON: `text/csv`. */
  accept?: string;
}

let signedOut: () => void = () => undefined;

/** Called once by the app: what happens when the server says that the session is over. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** The address of an API path with its query; lists are repeated parameters, blanks are left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values: readonly QueryValue[] = Array.isArray(value) ? value : [value as QueryValue];
    for (const one of values) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return `${root}${path}${text ? `?${text}` : ''}`;
}

async function request(method: string, path: string, body: unknown, options: Options): Promise<Response> {
  const headers = new Headers({ Accept: options.accept ?? 'application/json', 'Accept-Language': i18next.language ?? 'fi' });
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
  if (options.ifMatch) headers.set('If-Match', options.ifMatch);
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ?? null };
  if (body !== undefined) init.body = isForm ? body : JSON.stringify(body);

  const response = await fetch(apiUrl(path, options.query), init).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    noteReached(false);
    throw new NoConnection(cause);
  });
  noteReached(true);
  if (response.ok) return response;
  if (response.status === 401 && !options.anonymous) signedOut();
  throw await problemOf(response);
}

/** What is no JSON is judged by the schema; an answer that was no longer wanted is not. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    return undefined;
  }
}

async function read<S extends z.ZodType>(path: string, schema: S, response: Response): Promise<z.output<S>> {
  const body: unknown = response.status === 204 ? undefined : await readJson(response);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  console.error(`${path}: the answer does not fit its schema`, parsed.error.issues);
  throw new UnreadableAnswer(path, parsed.error);
}

/** The name that the server gives a file. */
const fileName = (response: Response) => /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];

async function send<S extends z.ZodType>(
  method: string,
  path: string,
  body: unknown,
  schema: S | undefined,
  options: Options,
): Promise<z.output<S>> {
  const response = await request(method, path, body, options);
  return schema ? read(path, schema, response) : (undefined as z.output<S>);
}

export const api = {
  async get<S extends z.ZodType>(path: string, schema: S, options: Options = {}): Promise<z.output<S>> {
    return read(path, schema, await request('GET', path, undefined, options));
  },
  /** A resource with the version it was read at, to be given back as `ifMatch`. */
  async getTagged<S extends z.ZodType>(
    path: string,
    schema: S,
    options: Options = {},
  ): Promise<{ value: z.output<S>; etag: string | undefined }> {
    const response = await request('GET', path, undefined, options);
    return { value: await read(path, schema, response), etag: response.headers.get('ETag') ?? undefined };
  },
  /** A resource as a file in the form that `accept` names; its name is the server's. */
  async file(path: string, options: Options & { accept: string }): Promise<{ name: string; content: Blob }> {
    const response = await request('GET', path, undefined, options);
    return { name: fileName(response) ?? path.split('/').at(-1) ?? 'file', content: await response.blob() };
  },
  post: <S extends z.ZodType = z.ZodVoid>(path: string, body?: unknown, schema?: S, options: Options = {}) =>
    send('POST', path, body, schema, options),
  put: <S extends z.ZodType = z.ZodVoid>(path: string, body?: unknown, schema?: S, options: Options = {}) =>
    send('PUT', path, body, schema, options),
  patch: <S extends z.ZodType = z.ZodVoid>(path: string, body?: unknown, schema?: S, options: Options = {}) =>
    send('PATCH', path, body, schema, options),
  delete: <S extends z.ZodType = z.ZodVoid>(path: string, body?: unknown, schema?: S, options: Options = {}) =>
    send('DELETE', path, body, schema, options),
};

/** The query key of a path: its segments, so that invalidating `apiKey('/regions/x/leads')` reaches all beneath it. */
export function apiKey(path: string, query?: Query): readonly unknown[] {
  const segments = path.split('/').filter(Boolean);
  return query ? [...segments, query] : segments;
}

/** A GET as TanStack Query options: `useQuery(apiQuery(path, schema, query))`. */
export function apiQuery<S extends z.ZodType>(path: string, schema: S, query?: Query) {
  return queryOptions({
    queryKey: apiKey(path, query ?? {}),
    queryFn: ({ signal }) => api.get(path, schema, { signal, ...(query ? { query } : {}) }),
  });
}
