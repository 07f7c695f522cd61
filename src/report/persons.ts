/** Rule 7: whose results a viewer may see one by one. Pure. */
import { TEAM } from './activity-map.ts';

/** So many contact persons must be in a result before managers see each of them. */
export const ENOUGH_PERSONS = 5;

export interface Onlooker {
  /** Her own contact person's profile. */
  readonly own: string | null;
  /** A manager or an admin. */
  readonly leads: boolean;
}

/** Whether she may see the result of a contact person, when so many have one. */
export const seesPerson = ({ own, leads }: Onlooker, id: string, persons: number): boolean =>
  id === own || (leads && persons >= ENOUGH_PERSONS);

/** Whether she may filter by these: her own alone, or anybody's where she sees them all. */
export const mayAskFor = (onlooker: Onlooker, ids: readonly string[], persons: number): boolean =>
  ids.every((id) => seesPerson(onlooker, id, persons));

/** The rows that she may see, and one of all others. */
export function withTeam(
  rows: ReadonlyMap<string, readonly number[]>,
  isPerson: (key: string) => boolean,
  onlooker: Onlooker,
): Map<string, readonly number[]> {
  const persons = [...rows.keys()].filter(isPerson).length;
  const seen = new Map<string, readonly number[]>();
  for (const [key, steps] of rows) {
    const shown = !isPerson(key) || seesPerson(onlooker, key, persons) ? key : TEAM;
    seen.set(
      shown,
      (seen.get(shown) ?? steps.map(() => 0)).map((count, step) => count + steps[step]!),
    );
  }
  return seen;
}
