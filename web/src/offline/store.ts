/** What this device keeps for a time without connection: entries until they are sent, and the last answers that the quick log needs. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LeadInput } from '../../../src/lead/lead.schema.ts';
import type { Issue } from '../app/problem.ts';

/** Why the server did not take an entry; it waits until it is corrected or deleted. */
export interface Refusal {
  status: number;
  code?: string | undefined;
  detail?: string | undefined;
  issues: readonly Issue[];
}

export interface Entry {
  /** The lead's id, made here: however often it is sent, there is one lead. */
  id: string;
  userId: string;
  /** Slug. */
  region: string;
  input: LeadInput;
  /** What stood in the form's fields, to correct it there. */
  values: unknown;
  /** By this device's clock, ms. */
  savedAt: number;
  refused?: Refusal | undefined;
}

interface Kept extends DBSchema {
  /** Personal data: only until it is sent. */
  entry: { key: string; value: Entry };
  /** Options of forms and the last session by their address; no person's data but the user's own. */
  answer: { key: string; value: { key: string; body: unknown } };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** The device's database. @throws where the browser keeps nothing, as in some private windows */
export function keptOnDevice(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('suppilo', 1, {
    upgrade(database) {
      database.createObjectStore('entry', { keyPath: 'id' });
      database.createObjectStore('answer', { keyPath: 'key' });
    },
    terminated() {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
