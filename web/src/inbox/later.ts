/** The days that a lead is put off to. */
import { addDays } from '../report/days.ts';

export const LATER = ['tomorrow', 'threeDays', 'nextWeek'] as const;
export type Later = (typeof LATER)[number];

/** Next week begins on the coming Monday. */
export function laterDay(later: Later, today: string): string {
  if (later === 'tomorrow') return addDays(today, 1);
  if (later === 'threeDays') return addDays(today, 3);
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  return addDays(today, (8 - weekday) % 7 || 7);
}
