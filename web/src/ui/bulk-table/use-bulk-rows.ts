/** The rows on the page, kept by the page's own draft, never more than one request takes. */
import { useCallback, useRef } from 'react';
import { type BulkRow, MOST_ROWS } from './rows.ts';

export type ChangeRows = (change: (rows: readonly BulkRow[]) => BulkRow[]) => void;

export function useBulkRows(rows: readonly BulkRow[], setRows: (rows: readonly BulkRow[]) => void): ChangeRows {
  const latest = useRef(rows);
  latest.current = rows;
  return useCallback(
    (change) => {
      latest.current = change(latest.current).slice(0, MOST_ROWS);
      setRows(latest.current);
    },
    [setRows],
  );
}
