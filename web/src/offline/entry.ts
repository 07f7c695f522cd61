/** Entries that wait on this device: leads written down, bound to who wrote them and to her region, until the server has them. */
import { type Entry, keptOnDevice } from './store.ts';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('suppilo.entries');
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
  channel?.postMessage('changed');
}

/** Calls back whenever entries came or went, in this tab, another one, or the worker. Returns what ends it. */
export function whenEntriesChange(listener: () => void): () => void {
  const told = () => listener();
  listeners.add(listener);
  channel?.addEventListener('message', told);
  return () => {
    listeners.delete(listener);
    channel?.removeEventListener('message', told);
  };
}

/** Keeps an entry, or what it became; resolves when it would survive the closing of the browser. */
export async function keepEntry(entry: Entry): Promise<void> {
  await (await keptOnDevice()).put('entry', entry);
  changed();
}

export async function entryOf(id: string): Promise<Entry | undefined> {
  return (await keptOnDevice()).get('entry', id);
}

export async function removeEntry(id: string): Promise<void> {
  await (await keptOnDevice()).delete('entry', id);
  changed();
}

/** Everybody's, the oldest first. Empty where the browser keeps nothing. */
export async function allEntries(): Promise<Entry[]> {
  const entries = await keptOnDevice().then(
    (kept) => kept.getAll('entry'),
    () => [],
  );
  return entries.sort((a, b) => a.savedAt - b.savedAt);
}

export async function entriesOf(userId: string): Promise<Entry[]> {
  return (await allEntries()).filter((entry) => entry.userId === userId);
}
