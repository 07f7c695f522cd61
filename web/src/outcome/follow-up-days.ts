/** When an outcome's follow-ups come: so many calendar months after its day; after the 31st the last day of a shorter month. */
export function followUpDays(on: string, months: readonly number[]): string[] {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return months.map((count) => {
    const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + count, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
  });
}
