/** The rows of a table that many are written down in: each has an id from the start, so that sending it twice has one effect. */
import { v7 as newId } from 'uuid';
import { type BulkColumn, blockOf, type Cells, cellOf } from './pasted.ts';

export interface BulkRow {
  id: string;
  cells: Cells;
  /** What the server said when it was sent, by column; gone once the cell is changed. */
  refused?: Readonly<Record<string, string>>;
}

/** As many as one request takes. */
export const MOST_ROWS = 500;

export const rowOf = (cells: Cells = {}): BulkRow => ({ id: newId(), cells });
export const isEmptyRow = ({ cells }: BulkRow) => Object.values(cells).every((cell) => !cell.trim());

export function withCell(rows: readonly BulkRow[], id: string, key: string, value: string): BulkRow[] {
  return rows.map((row) => {
    if (row.id !== id) return row;
    const { [key]: _, '': __, ...refused } = row.refused ?? {};
    return { ...row, cells: { ...row.cells, [key]: value }, refused };
  });
}

/** A block pasted into a cell fills the cells right and below of it; rows that are missing are added. */
export function withBlock(
  rows: readonly BulkRow[],
  columns: readonly BulkColumn[],
  from: { row: number; column: number },
  text: string,
): BulkRow[] {
  const block = blockOf(text);
  const needed = from.row + block.length - rows.length;
  const long = [...rows, ...Array.from({ length: Math.max(0, needed) }, () => rowOf())];
  return long.map((row, at) => {
    const fields = block[at - from.row];
    if (!fields) return row;
    const filled = fields.flatMap((field, offset) => {
      const column = columns[from.column + offset];
      return column ? [[column.key, cellOf(column, field)] as const] : [];
    });
    return { id: row.id, cells: { ...row.cells, ...Object.fromEntries(filled) } };
  });
}

/** While somebody types, only what is written can be wrong, not what is still missing. */
export function writtenErrors(row: BulkRow, errors: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([column]) => row.cells[column]?.trim()));
}
