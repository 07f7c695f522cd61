/** Finnish working days: by when somebody who wrote to the region is to be answered. */
import Holidays from 'date-holidays';
import { addDays } from './calendar.ts';

const finland = new Holidays('FI');
const closedIn = new Map<number, ReadonlySet<string>>();

/** Public holidays, and the eves of midsummer and of Christmas, on which offices are closed (New Year's Eve is no such day). */
function closedDays(year: number): ReadonlySet<string> {
  const known = closedIn.get(year);
  if (known) return known;
  const closed = finland
    .getHolidays(year)
    .filter(({ type, date }) => type === 'public' || (type === 'bank' && !date.startsWith(`${year}-12-31`)))
    .map(({ date }) => date.slice(0, 10));
  const days = new Set(closed);
  closedIn.set(year, days);
  return days;
}

/** Whether offices are open on this day. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !closedDays(Number(day.slice(0, 4))).has(day);
}

/** The working day that comes so many after a day; by its end an answer is in time. */
export function workingDayAfter(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
