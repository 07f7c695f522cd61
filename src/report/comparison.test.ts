/** The time that a report is compared with. */
import { describe, expect, it } from '@jest/globals';
import { comparedDays } from './comparison.ts';

describe('the time compared with', () => {
  const asked = { from: '2025-03-01', to: '2025-04-01', compare: 'none' as const };

  it('is before, a year before, named, or none', () => {
    expect(comparedDays(asked)).toBeNull();
    expect(comparedDays({ ...asked, compare: 'previous' })).toEqual({ from: '2025-01-29', to: '2025-03-01' });
    expect(comparedDays({ ...asked, compare: 'year-before' })).toEqual({ from: '2024-03-01', to: '2024-04-01' });
    expect(comparedDays({ ...asked, compare: 'previous', compareFrom: '2020-01-01', compareTo: '2020-02-01' })).toEqual({
      from: '2020-01-01',
      to: '2020-02-01',
    });
    expect(comparedDays({ ...asked, from: '2024-02-29', to: '2024-03-01', compare: 'year-before' })).toEqual({
      from: '2023-02-28',
      to: '2023-03-01',
    });
    expect(comparedDays({ ...asked, from: '2024-02-28', to: '2024-02-29', compare: 'year-before' })).toEqual({
      from: '2023-02-28',
      to: '2023-03-01',
    });
  });
});
