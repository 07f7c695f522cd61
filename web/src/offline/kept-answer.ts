/** Answers of the server that are kept on this device: what a form needs to open without connection. */
import type { z } from 'zod';
import { api, apiKey, apiUrl, type Query } from '../app/api.ts';
import { isPassing } from '../app/problem.ts';
import { keptOnDevice } from './store.ts';

/** How long a slow answer is waited for when an older one is here, ms. */
const PATIENCE_MS = 4000;

async function read(key: string): Promise<unknown> {
  try {
    return (await (await keptOnDevice()).get('answer', key))?.body;
  } catch {
    return undefined;
  }
}

/** Keeps an answer until a newer one comes; a browser that keeps nothing goes without. */
export async function keepAnswer(key: string, body: unknown): Promise<void> {
  try {
    await (await keptOnDevice()).put('answer', { key, body });
  } catch {
    // Without it the form needs a connection.
  }
}

/** On signing out, and when another user comes. */
export async function forgetAnswers(): Promise<void> {
  try {
    await (await keptOnDevice()).clear('answer');
  } catch {
    // Nothing was kept.
  }
}

/** What was kept under the key, if it still fits its schema. */
export async function keptAnswer<S extends z.ZodType>(key: string, schema: S): Promise<z.output<S> | undefined> {
  const parsed = schema.safeParse(await read(key));
  return parsed.success ? parsed.data : undefined;
}

/** The fresh answer, kept for later; without connection, or when it takes too long, the one from last time. */
export async function freshOrKept<S extends z.ZodType>(key: string, schema: S, ask: () => Promise<z.output<S>>): Promise<z.output<S>> {
  const kept = await keptAnswer(key, schema);
  const fresh = ask().then((body) => {
    void keepAnswer(key, body);
    return body;
  });
  if (kept === undefined) return fresh;
  const late = new Promise<z.output<S>>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh, late]).catch((error: unknown) => {
    if (isPassing(error)) return kept;
    throw error;
  });
}

/** As `apiQuery`, with the last answer where none can be had. For options and facts of the region, never for persons. */
export function keptQuery<S extends z.ZodType>(path: string, schema: S, query?: Query) {
  return {
    queryKey: apiKey(path, query ?? {}),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<z.output<S>> =>
      freshOrKept(apiUrl(path, query), schema, () => api.get(path, schema, { signal, ...(query ? { query } : {}) })),
  };
}
