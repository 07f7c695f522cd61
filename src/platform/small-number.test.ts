/** Small numbers stay hidden, also from who can subtract. */
import { describe, expect, it } from '@jest/globals';
import { hideSmall } from './small-number.ts';

describe('small numbers', () => {
  it('hide counts of one to four, not zero and not five', () => {
    expect(hideSmall([1, 4, 2, 5, 0], 5)).toEqual([null, null, null, 5, 0]);
  });

  it('leave everything as it is when nothing is small', () => {
    expect(hideSmall([], 5)).toEqual([]);
    expect(hideSmall([0, 5, 12], 5)).toEqual([0, 5, 12]);
  });

  it('take the smallest other with a single one, for the total would tell it', () => {
    expect(hideSmall([3, 11, 7], 5)).toEqual([null, 11, null]);
    expect(hideSmall([3, 0], 5)).toEqual([null, null]);
  });

  it('take another when all hidden are at their least or their most', () => {
    expect(hideSmall([1, 1, 9], 5)).toEqual([null, null, null]);
    expect(hideSmall([4, 4, 9, 8], 5)).toEqual([null, null, 9, null]);
    expect(hideSmall([1, 2, 9], 5)).toEqual([null, null, 9]);
  });

  it('go by the threshold of the region', () => {
    expect(hideSmall([9, 8, 10], 10)).toEqual([null, null, 10]);
  });
});
