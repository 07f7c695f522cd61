/** The calendar of follow-ups. */
import { expect, it } from '@jest/globals';
import { dueAfter } from './follow-up.schedule.ts';

const days = (day: string) => dueAfter(day, [3, 6, 12]).map(({ dueOn }) => dueOn);

it('asks after calendar months, on the same day of the month', () =>
  expect(days('2025-04-15')).toEqual(['2025-07-15', '2025-10-15', '2026-04-15']));
it('asks on the last day of a month that is shorter', () => {
  expect(days('2025-08-31')).toEqual(['2025-11-30', '2026-02-28', '2026-08-31']);
  expect(days('2023-11-30')).toEqual(['2024-02-29', '2024-05-30', '2024-11-30']);
});
it('asks a year after a leap day on the 28th', () => expect(days('2024-02-29')).toEqual(['2024-05-29', '2024-08-29', '2025-02-28']));
it('asks nothing where no months are set', () => expect(dueAfter('2025-01-01', [])).toEqual([]));
