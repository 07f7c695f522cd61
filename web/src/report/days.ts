/** Arithmetic of days as `2025-09-01`, without zones: the first day of a span, the day after its last. Pure. */
const DAY = 86_400_000;
const text = (time: number) => new Date(time).toISOString().slice(0, 10);
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string => text(time(day) + days * DAY);

/** The same day of another month; the last one where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** Each month that has a day in [from, to), as `2025-09`. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first < to; first = addMonths(first, 1)) months.push(first.slice(0, 7));
  return months;
}

/** A day that is one; so is everything that an address may hold. */
export const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time(value)) && text(time(value)) === value;
