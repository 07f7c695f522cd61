/** Sends what waits on this device, the oldest first, one by one, by one tab or the worker at a time. */
import type { LeadInput } from '../../../src/lead/lead.schema.ts';
import { entriesOf, entryOf, keepEntry, removeEntry } from './entry.ts';
import type { Entry, Refusal } from './store.ts';

/** An entry that the server has by now. */
export interface Sent {
  id: string;
  region: string;
  /** Persons known already who may be the same. */
  duplicates: number;
}

export interface Sending {
  sent: readonly Sent[];
  /** How many the server did not take. */
  refused: number;
  /** Why the rest still waits. */
  stopped?: 'no_connection' | 'signed_out' | 'server' | undefined;
}

const LOCK = 'suppilo.entries';
const PATIENCE_MS = 15_000;
/** Within this time the server's own clock says well enough when it was. */
const JUST_NOW_MS = 60_000;

const locked = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? (navigator.locks.request(LOCK, work) as Promise<T>) : work();

/** Sends what the one who is signed in wrote on this device; another's entries stay where they are. */
export function sendWaiting(): Promise<Sending> {
  return locked(async () => {
    const who = await whoIsThere();
    if ('stopped' in who) return { sent: [], refused: 0, stopped: who.stopped };
    const sent: Sent[] = [];
    let refused = 0;
    let stopped: Sending['stopped'];
    for (const entry of await entriesOf(who.userId)) {
      if (entry.refused) continue;
      const result = await send(entry, who.clock);
      if (result.as === 'sent') sent.push({ id: entry.id, region: entry.region, duplicates: result.duplicates });
      else if (result.as === 'refused') refused += 1;
      else stopped = result.why;
      if (stopped) break;
    }
    return { sent, refused, stopped };
  });
}

type Result = { as: 'sent'; duplicates: number } | { as: 'refused' } | { as: 'waiting'; why: NonNullable<Sending['stopped']> };

async function send(entry: Entry, clock: number): Promise<Result> {
  const response = await ask(`/regions/${entry.region}/leads`, timed(entry, clock));
  if (!response) return { as: 'waiting', why: 'no_connection' };
  if (response.ok) {
    const lead = (await response.json().catch(() => ({}))) as { possibleDuplicates?: unknown[] };
    await removeEntry(entry.id);
    return { as: 'sent', duplicates: lead.possibleDuplicates?.length ?? 0 };
  }
  const problem = (await response.json().catch(() => ({}))) as Partial<Refusal>;
  if (response.status === 401) return { as: 'waiting', why: 'signed_out' };
  if (isPassing(response.status, problem.code)) return { as: 'waiting', why: 'server' };
  // It may have been deleted meanwhile: then it does not come back.
  if (await entryOf(entry.id)) {
    const { code, detail, issues = [] } = problem;
    await keepEntry({ ...entry, refused: { status: response.status, code, detail, issues } });
  }
  return { as: 'refused' };
}

const isPassing = (status: number, code: string | undefined) => status >= 500 || status === 429 || (status === 409 && code === 'try_again');

/** Whose session it is, and what the server's clock shows (ms). */
async function whoIsThere(): Promise<{ userId: string; clock: number } | { stopped: NonNullable<Sending['stopped']> }> {
  const response = await ask('/session');
  if (!response) return { stopped: 'no_connection' };
  if (response.status === 401) return { stopped: 'signed_out' };
  const body = (await response.json().catch(() => ({}))) as { user?: { id?: string } };
  if (!response.ok || !body.user?.id) return { stopped: 'server' };
  return { userId: body.user.id, clock: Date.parse(response.headers.get('Date') ?? '') || Date.now() };
}

/** The entry as it was when it was saved, told by the server's clock: how long ago is known even where this clock is wrong. */
function timed({ input, savedAt }: Entry, clock: number): LeadInput {
  const age = Math.max(0, Date.now() - savedAt);
  if (age < JUST_NOW_MS || input.createdAt) return input;
  const at = new Date(clock - age).toISOString();
  return { ...input, createdAt: at, touches: input.touches.map((touch) => ({ ...touch, at: touch.at ?? at })) };
}

/** Undefined when no answer came. */
async function ask(path: string, body?: unknown): Promise<Response | undefined> {
  const init: RequestInit = { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) };
  if (body !== undefined)
    Object.assign(init, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return fetch(`/api/v1${path}`, init).catch(() => undefined);
}
