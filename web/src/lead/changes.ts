/** Only what differs from what was there: nobody else's change is written over by a form that left it alone. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const changed = Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof T]));
  return Object.fromEntries(changed) as Partial<T>;
}
