/** Pages of a sorted list, by an opaque cursor that says how many rows came before. */
import type { Page } from './page.schema.ts';
import { Malformed } from './problem.ts';

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * Rows to skip for this page.
 * @throws Malformed when the cursor is none of ours
 */
export function offsetOf({ cursor }: Asked): number {
  if (!cursor) return 0;
  const offset = /^o(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (!offset) throw new Malformed('wrong_cursor', 'cursor', 'This cursor is not known');
  return Number(offset);
}

/** The page of `rows` (each with the list's whole `total` beside it), with the cursor of the next. */
export function pageFrom<T extends { total: number }>(
  rows: readonly T[],
  asked: Asked,
  total = rows[0]?.total ?? 0,
): Page<Omit<T, 'total'>> {
  const end = offsetOf(asked) + rows.length;
  return {
    items: rows.map(({ total: _, ...item }) => item),
    nextCursor: end < total && rows.length > 0 ? Buffer.from(`o${end}`).toString('base64url') : null,
    total,
  };
}
