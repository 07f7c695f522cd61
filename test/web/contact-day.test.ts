/** The small arithmetic of the contact person's pages: a field for phone or e-mail, follow-up days, instants of a zone. */
import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../web/src/app/zone-time.ts';
import { reachOf } from '../../web/src/lead/reach.ts';
import { followUpDays } from '../../web/src/outcome/follow-up-days.ts';

describe('the field for phone or e-mail', () => {
  it.each([
    ['+358 40 123 4567', { phone: '+358 40 123 4567' }],
    ['daria@example.org', { email: 'daria@example.org' }],
    ['040 1234567, daria@example.org', { email: 'daria@example.org', phone: '040 1234567' }],
    ['daria@example.org 040-1234567', { email: 'daria@example.org', phone: '040-1234567' }],
    ['', {}],
    ['by the door', { unclear: 'by the door' }],
  ])('understands %s', (text, expected) => expect(reachOf(text)).toEqual(expected));
});

describe('the follow-ups of an outcome', () => {
  it('come after 3, 6 and 12 calendar months', () => {
    expect(followUpDays('2026-11-24', [3, 6, 12])).toEqual(['2027-02-24', '2027-05-24', '2027-11-24']);
  });

  it('on the last day of a shorter month', () => {
    expect(followUpDays('2026-11-30', [3, 6, 12])).toEqual(['2027-02-28', '2027-05-30', '2027-11-30']);
    expect(followUpDays('2027-08-31', [3, 6, 12])).toEqual(['2027-11-30', '2028-02-29', '2028-08-31']);
  });
});

describe("a day's time in the region's zone", () => {
  it.each([
    ['2026-11-24', '12:00', '2026-11-24T10:00:00.000Z'],
    ['2026-07-01', '00:00', '2026-06-30T21:00:00.000Z'],
    // The clocks go forward at three in the morning, and back at four.
    ['2026-03-29', '12:00', '2026-03-29T09:00:00.000Z'],
    ['2026-10-25', '12:00', '2026-10-25T10:00:00.000Z'],
  ])('%s %s', (day, time, instant) => expect(instantOf(day, 'Europe/Helsinki', time)).toBe(instant));
});
