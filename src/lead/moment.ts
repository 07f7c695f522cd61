/** When a stage counts: told as an instant, as a day, or not at all. */
import { addDays, dayOf, startOfDay } from '../platform/calendar.ts';
import { Unprocessable } from '../platform/problem.ts';
import { toldInstant } from './lead.moments.ts';

/** What a moment is measured by: the lead's creation, now, and the region's zone. */
export interface Bounds {
  readonly createdAt: Date;
  readonly now: Date;
  readonly timeZone: string;
}

/**
 * The instant at which a stage counts. A day counts at its end: never later than now, and on the day of the
 * lead's creation never before it.
 * @throws Unprocessable `in_future`, `too_long_ago` or `before_creation` at `at`
 */
export function momentOf(told: string | undefined, { createdAt, now, timeZone }: Bounds): Date {
  const isDay = told !== undefined && told.length === '2025-09-01'.length;
  if (isDay && told > dayOf(now, timeZone)) throw new Unprocessable('in_future', 'at', 'This day lies in the future');
  const at = isDay ? new Date(startOfDay(addDays(told, 1), timeZone).getTime() - 1) : toldInstant(told, 'at', { now, otherwise: now });
  if (told !== undefined && at < createdAt) throw new Unprocessable('before_creation', 'at', 'This lies before the lead was created');
  return new Date(Math.max(createdAt.getTime(), Math.min(at.getTime(), now.getTime())));
}
