/** Small numbers: cases made by hand, and every small table tried by brute force. */
import { describe, expect, it } from '@jest/globals';
import { dice } from '../../test/dice.ts';
import { type CountTable, hide, hideSteps, isSmall } from './suppression.ts';

const sums = (rows: readonly (readonly number[])[]) => rows[0]!.map((_, step) => rows.reduce((sum, row) => sum + row[step]!, 0));
const table = (...rows: number[][]): CountTable => ({ rows, totals: sums(rows) });
const picture = ({ rows }: CountTable, { cells }: ReturnType<typeof hide>) =>
  rows.map((row, at) => row.map((count, step) => (cells[at]![step] ? '·' : count)));

describe('a count', () => {
  it('is small from one to below the threshold, credits too', () => {
    expect([0, 1, 4, 5, 100].map((count) => isSmall(count, 5))).toEqual([false, true, true, false, false]);
    expect([0.25, 4.75, 5].map((count) => isSmall(count, 5))).toEqual([true, true, false]);
    expect(isSmall(3, 3)).toBe(false);
  });
});

describe('a table of counts', () => {
  it('shows everything when nothing is small', () => {
    const counts = table([20, 10], [30, 0], [0, 0]);
    expect(picture(counts, hide(counts, 5))).toEqual(counts.rows);
  });

  it('hides the next smallest beside a single small count, since the total would tell it', () => {
    const counts = table([20], [30], [3], [0]);
    expect(picture(counts, hide(counts, 5))).toEqual([['·'], [30], ['·'], [0]]);
  });

  it('hides a third beside two of which the total tells that each is one', () => {
    const counts = table([20], [1], [1], [0]);
    expect(picture(counts, hide(counts, 5))).toEqual([['·'], ['·'], ['·'], [0]]);
  });

  it('leaves two small counts that can be shared in several ways', () => {
    const counts = table([20], [2], [3], [0]);
    expect(picture(counts, hide(counts, 5))).toEqual([[20], ['·'], ['·'], [0]]);
  });

  it('hides a zero where there is nothing else', () => {
    const counts = table([3], [0]);
    expect(picture(counts, hide(counts, 5))).toEqual([['·'], ['·']]);
    expect(hide(counts, 5).safe).toBe(true);
  });

  it('hides also what encloses a second cell, since counts never rise', () => {
    const counts = table([20, 20, 20], [9, 3, 0], [0, 0, 0]);
    const { cells, safe } = hide(counts, 5);
    expect(cells[0]![1] && cells[1]![1]).toBe(true);
    expect(cells[0]![0] && cells[0]![2] ? true : cells[2]![1]).toBe(true);
    expect(safe).toBe(true);
  });

  it('says when nothing helps: a row that is listed has at least one, and the total is one', () => {
    expect(hide(table([1], [0]), 5).safe).toBe(false);
  });

  it('hides a whole column whose total is hidden', () => {
    const counts = {
      rows: [
        [20, 7],
        [30, 40],
      ],
      totals: [50, null],
    };
    expect(picture(counts, hide(counts, 5))).toEqual([
      [20, '·'],
      [30, '·'],
    ]);
  });

  it('hides credits below the threshold, too', () => {
    const counts = table([20.5], [3.5], [0]);
    expect(picture(counts, hide(counts, 5))).toEqual([['·'], ['·'], [0]]);
  });

  it('without rows is nothing', () => {
    expect(hide({ rows: [], totals: [] }, 5)).toEqual({ cells: [], safe: true });
  });
});

describe('the steps under a filter', () => {
  it('hide where the filter has few', () => {
    expect(hideSteps([12, 6, 2], [100, 60, 20], 5)).toEqual([false, false, true]);
  });

  it('hide where the rest outside has few', () => {
    expect(hideSteps([97, 50, 30], [100, 60, 40], 5)).toEqual([true, false, false]);
  });

  it('hide the neighbours that would tell it', () => {
    const hidden = hideSteps([30, 30, 30], [40, 33, 30], 5);
    expect(hidden[1]).toBe(true);
    expect(hidden[0] || hidden[2]).toBe(true);
  });
});

describe('any table', () => {
  const roll = dice(42);

  /** All tables that look the same: with these visible cells and totals, and rows that never rise. */
  function lookalikes(counts: CountTable, cells: readonly (readonly boolean[])[]): number[][][] {
    const steps = counts.totals.length;
    const found: number[][][] = [];
    const made = counts.rows.map(() => new Array<number>(steps).fill(0));
    const fill = (cell: number): void => {
      if (cell === counts.rows.length * steps) {
        if (sums(made).every((sum, step) => sum === counts.totals[step])) found.push(made.map((row) => [...row]));
        return;
      }
      const [row, step] = [Math.floor(cell / steps), cell % steps];
      const highest = step === 0 ? counts.totals[0]! : made[row]![step - 1]!;
      const isHidden = cells[row]![step]!;
      for (
        let value = isHidden ? 0 : counts.rows[row]![step]!;
        value <= (isHidden ? Math.min(highest, counts.totals[step]!) : counts.rows[row]![step]!);
        value += 1
      ) {
        if (value > highest) break;
        made[row]![step] = value;
        fill(cell + 1);
      }
    };
    fill(0);
    return found;
  }

  it('shows no small count and lets none be worked out', () => {
    const wrong: unknown[] = [];
    for (let run = 0; run < 150; run += 1) {
      const rows = Array.from({ length: 2 + roll(2) }, () => {
        const first = roll(8);
        const second = roll(first + 1);
        return [first, second, ...(run % 4 === 0 ? [roll(second + 1)] : [])];
      });
      const counts = table(...rows);
      const { cells, safe } = hide(counts, 4);
      const alike = safe ? lookalikes(counts, cells) : [];
      rows.forEach((row, at) => {
        row.forEach((count, step) => {
          if (!isSmall(count, 4)) return;
          if (!cells[at]![step]) wrong.push({ rows, at, step, why: 'shown' });
          if (safe && new Set(alike.map((other) => other[at]![step])).size < 2) wrong.push({ rows, at, step, why: 'worked out', cells });
        });
      });
    }
    expect(wrong).toEqual([]);
  });

  it('hides no more than it must when many rows are large', () => {
    const rows = [...Array.from({ length: 10 }, (_, at) => [50 + at, 40]), [3, 0], [0, 0]];
    expect(
      hide(table(...rows), 5)
        .cells.flat()
        .filter(Boolean),
    ).toHaveLength(2);
  });
});
