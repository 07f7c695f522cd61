/** Keeps what is being typed in this tab of the browser, so that a failed request or an accidental close loses nothing. */
import { useCallback, useState } from 'react';
import { useRegion } from '../app/region.tsx';

/** What was kept under the key, if anything. */
export function readDraft<T>(key: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** `name` within the region and the user: nobody finds another's words. */
export function useDraftKey(name: string): string {
  const { slug, user } = useRegion();
  return `suppilo.draft ${user.id} ${slug} ${name}`;
}

export function storeDraft(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that stores nothing: the words then live as long as the page.
  }
}

export function useDraft<T>(name: string, empty: T): [value: T, set: (value: T) => void, clear: () => void] {
  const key = useDraftKey(name);
  const [value, setValue] = useState<T>(() => readDraft<T>(key) ?? empty);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      storeDraft(key, next);
    },
    [key],
  );
  const clear = useCallback(() => {
    setValue(empty);
    storeDraft(key, undefined);
  }, [key, empty]);
  return [value, set, clear];
}
