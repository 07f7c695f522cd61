/** Days that count at their end, around midnight and where clocks change. */
import { describe, expect, it } from '@jest/globals';
import { momentOf } from './moment.ts';

const now = new Date('2026-03-30T10:00:00Z');
const bounds = { createdAt: new Date('2025-01-15T12:00:00Z'), now, timeZone: 'Europe/Helsinki' };
const at = (told: string | undefined, changed: Partial<typeof bounds> = {}) => momentOf(told, { ...bounds, ...changed }).toISOString();

describe('the moment of a stage', () => {
  it('is now when none is told', () => expect(at(undefined)).toBe('2026-03-30T10:00:00.000Z'));

  it('is the instant that is told', () => expect(at('2025-06-01T10:00:00+03:00')).toBe('2025-06-01T07:00:00.000Z'));

  it("is the end of the day in the region's zone, in winter and in summer", () => {
    expect(at('2025-02-01')).toBe('2025-02-01T21:59:59.999Z');
    expect(at('2025-07-01')).toBe('2025-07-01T20:59:59.999Z');
  });

  it('is the end of a day of 23 or 25 hours', () => {
    expect(at('2025-03-30')).toBe('2025-03-30T20:59:59.999Z');
    expect(at('2025-10-26')).toBe('2025-10-26T21:59:59.999Z');
  });

  it('is never later than now on this very day', () => expect(at('2026-03-30')).toBe('2026-03-30T10:00:00.000Z'));

  it('knows that it is already tomorrow in Helsinki', () => {
    const late = new Date('2026-03-30T21:30:00Z');
    expect(at('2026-03-31', { now: late })).toBe('2026-03-30T21:30:00.000Z');
    expect(() => at('2026-03-31', { now: new Date('2026-03-30T20:30:00Z') })).toThrow('future');
  });

  it('may lie on the day of creation, at its end', () => {
    expect(at('2025-01-15')).toBe('2025-01-15T21:59:59.999Z');
    expect(at('2026-03-30', { createdAt: now })).toBe('2026-03-30T10:00:00.000Z');
  });

  it('is refused before creation', () => {
    expect(() => at('2025-01-14')).toThrow('before the lead was created');
    expect(() => at('2025-01-15T11:59:59Z')).toThrow('before the lead was created');
    expect(at('2025-01-15T12:00:00Z')).toBe('2025-01-15T12:00:00.000Z');
  });

  it('is now when a phone runs a little ahead', () => expect(at('2026-03-30T10:04:00Z')).toBe('2026-03-30T10:00:00.000Z'));

  it('is refused in the future', () => {
    expect(() => at('2026-03-31')).toThrow('future');
    expect(() => at('2026-03-30T10:05:01Z')).toThrow('future');
  });
});
