/** What the parts of a campaign take over from it, and how they follow when it changes. */
import { isDeepStrictEqual } from 'node:util';
import type { ActivityRow } from './activity.store.ts';

const ALONE = ['title', 'audience', 'partnerId', 'municipalities', 'languages', 'archivedAt'] as const;

/**
 * A part after its campaign changed from `before` to `after`: what it still had in common with it follows, what is its own stays.
 * Programme and work package follow as one. A period that would end before it starts stays as it was.
 */
export function followed(part: ActivityRow, before: ActivityRow, after: ActivityRow): ActivityRow {
  const has = (...fields: (keyof ActivityRow)[]) => fields.every((field) => isDeepStrictEqual(part[field], before[field]));
  const alone = Object.fromEntries(ALONE.filter((field) => has(field)).map((field) => [field, after[field]]));
  const { programmeId, workPackageId } = has('programmeId', 'workPackageId') ? after : part;
  const period = { startsOn: (has('startsOn') ? after : part).startsOn, endsOn: (has('endsOn') ? after : part).endsOn };
  const inOrder = period.endsOn === null || period.endsOn >= period.startsOn;
  return { ...part, ...alone, programmeId, workPackageId, ...(inOrder ? period : {}) };
}
