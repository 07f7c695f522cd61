import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, workingDayAfter } from './working-days.ts';

describe('a working day', () => {
  it('is none at the weekend, on a public holiday, or on the eves on which offices are closed', () => {
    // Easter 5 April 2026, Ascension Day 14 May, midsummer 19 and 20 June, All Saints 31 October.
    for (const day of ['2026-11-21', '2026-11-22', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-06-19'])
      expect([day, isWorkingDay(day)]).toEqual([day, false]);
    for (const day of ['2026-12-24', '2026-12-25', '2027-03-26']) expect([day, isWorkingDay(day)]).toEqual([day, false]);
  });

  it('is any other day', () => {
    for (const day of ['2026-11-23', '2026-04-02', '2026-12-23', '2026-12-31', '2027-03-25'])
      expect([day, isWorkingDay(day)]).toEqual([day, true]);
  });
});

describe('the second working day after', () => {
  it.each([
    ['a Monday', '2026-11-23', '2026-11-25'],
    ['a Thursday', '2026-11-26', '2026-11-30'],
    ['a Friday', '2026-11-20', '2026-11-24'],
    ['a Saturday', '2026-11-21', '2026-11-24'],
    ['the Wednesday before Easter', '2026-04-01', '2026-04-07'],
    ['Christmas Eve', '2026-12-24', '2026-12-29'],
  ])('%s', (_, day, due) => expect(workingDayAfter(day, 2)).toBe(due));
});
