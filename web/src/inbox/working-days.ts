/** Finnish working days: until when a first reply is in time. */

const day = (date: Date): string => date.toISOString().slice(0, 10);
const utc = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));
const plus = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return utc(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Public holidays and the eves on which offices are closed (midsummer and Christmas), as days. */
export function holidays(year: number): Set<string> {
  const sunday = easter(year);
  const firstSaturday = (from: Date) => plus(from, (6 - from.getUTCDay() + 7) % 7);
  const midsummer = firstSaturday(utc(year, 6, 20));
  return new Set(
    [
      utc(year, 1, 1),
      utc(year, 1, 6),
      plus(sunday, -2),
      plus(sunday, 1),
      utc(year, 5, 1),
      plus(sunday, 39),
      plus(midsummer, -1),
      midsummer,
      firstSaturday(utc(year, 10, 31)),
      utc(year, 12, 6),
      utc(year, 12, 24),
      utc(year, 12, 25),
      utc(year, 12, 26),
    ].map(day),
  );
}

export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(date.slice(0, 4))).has(date);
}

/** The day by whose end a first reply is in time: the second working day after the day of creation. */
export function replyBy(created: string): string {
  let at = new Date(`${created}T12:00:00Z`);
  for (let left = 2; left > 0; ) {
    at = plus(at, 1);
    if (isWorkingDay(day(at))) left -= 1;
  }
  return day(at);
}
