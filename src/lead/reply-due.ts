/** By when a lead's person is to be answered. */
import { dayOf } from '../platform/calendar.ts';
import type { RegionFacts } from '../platform/region-scope.ts';
import { workingDayAfter } from '../platform/working-days.ts';

interface Answerable {
  readonly createdAt: Date;
  readonly respondedAt?: unknown;
  readonly closedAt?: unknown;
}

/** The day by whose end a first answer is in time: so many Finnish working days after the day of creation. Null when none is waited for. */
export function replyDue(
  { createdAt, respondedAt, closedAt }: Answerable,
  region: Pick<RegionFacts, 'timeZone' | 'responseDays'>,
): string | null {
  return respondedAt || closedAt ? null : workingDayAfter(dayOf(createdAt, region.timeZone), region.responseDays);
}
