/** Whether the server can be reached: what the browser knows, corrected by what requests meet. */
import { useSyncExternalStore } from 'react';

let reached = typeof navigator === 'undefined' || navigator.onLine;
const listeners = new Set<() => void>();

/** Every request tells how it went. */
export function noteReached(now: boolean): void {
  if (now === reached) return;
  reached = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): boolean {
  return useSyncExternalStore(subscribe, () => reached);
}

const ASK_EVERY_MS = 20_000;

async function ask(): Promise<void> {
  const answer = await fetch('/api/v1/health/live', { cache: 'no-store', signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  noteReached(answer !== undefined);
}

/** Called once: listens to the browser, and asks the server now and then while it is away. */
export function watchConnection(): void {
  window.addEventListener('offline', () => noteReached(false));
  window.addEventListener('online', () => void ask());
  setInterval(() => {
    if (!reached && document.visibilityState === 'visible') void ask();
  }, ASK_EVERY_MS);
}
