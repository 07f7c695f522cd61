/** What the server answered to each row: what is saved leaves the table, what is refused stays with its reasons at the cells. */
import type { RowResult } from '../../../../src/platform/bulk.schema.ts';
import { issueWords } from '../../app/form-problems.ts';
import { problemWords } from '../../app/zod-form.ts';
import type { BulkRow } from './rows.ts';

/** `columnOf`: the column for a path within the row; undefined for the row as a whole. */
export function afterResults(
  rows: readonly BulkRow[],
  results: readonly RowResult[],
  columnOf: (path: string) => string | undefined,
): BulkRow[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  return rows.flatMap((row) => {
    const result = byId.get(row.id);
    if (!result) return [row];
    if (!result.problem) return [];
    const { code, detail, issues } = result.problem;
    const words = issues.map((issue) => [columnOf(issue.path) ?? '', issueWords(issue)] as const);
    return [{ ...row, refused: words.length > 0 ? Object.fromEntries(words) : { '': problemWords(code) ?? detail } }];
  });
}
