/** A table to write many down in: each cell a field, arrows and Enter move, a block from a spreadsheet can be pasted anywhere. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkCell } from './bulk-cell.tsx';
import classes from './bulk-table.module.css';
import type { BulkColumn } from './pasted.ts';
import { type BulkRow, withBlock, withCell } from './rows.ts';

export type Errors = Readonly<Record<string, string>>;

interface Props {
  label: string;
  columns: readonly BulkColumn[];
  rows: readonly BulkRow[];
  onChange: (change: (rows: readonly BulkRow[]) => BulkRow[]) => void;
  /** By row and column; `''` is the row as a whole. */
  errors: ReadonlyMap<string, Errors>;
  /** Beside a row: what is known of it, and the choice it leaves. */
  marks?: ReadonlyMap<string, ReactNode>;
}

/** Moves between cells; within a text the arrows to the sides stay the text's. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.target as HTMLElement;
  const { row, column } = cell.dataset;
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (row === undefined || step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  if (cell instanceof HTMLSelectElement && event.key !== 'Enter') return;
  event.preventDefault();
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-row="${Number(row) + (event.shiftKey ? -step : step)}"][data-column="${column}"]`,
  );
  next?.focus();
}

export function BulkTable({ label, columns, rows, onChange, errors, marks }: Props) {
  const { t } = useTranslation('bulk-table');
  const body = useRef<HTMLTableSectionElement>(null);
  const change = useCallback((id: string, key: string, value: string) => onChange((all) => withCell(all, id, key, value)), [onChange]);
  const remove = useCallback((id: string) => onChange((all) => all.filter((row) => row.id !== id)), [onChange]);
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row === undefined || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onChange((all) => withBlock(all, columns, { row: Number(row), column: Number(column) }, text));
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">#</th>
            {columns.map(({ key, label: words, width = 9 }) => (
              <th key={key} scope="col" style={{ minWidth: `${width}rem` }}>
                {words}
              </th>
            ))}
            <th scope="col">
              <span className="hidden-visually">{t('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={move} onPaste={paste}>
          {rows.map((row, at) => (
            <Row
              key={row.id}
              row={row}
              at={at}
              columns={columns}
              errors={errors.get(row.id)}
              mark={marks?.get(row.id)}
              onCell={change}
              onRemove={remove}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: BulkRow;
  at: number;
  columns: readonly BulkColumn[];
  errors: Errors | undefined;
  mark: ReactNode;
  onCell: (id: string, key: string, value: string) => void;
  onRemove: (id: string) => void;
}

const Row = memo(function Row({ row, at, columns, errors, mark, onCell, onRemove }: RowProps) {
  const { t } = useTranslation('bulk-table');
  const whole = errors?.[''];
  return (
    <>
      <tr>
        <th scope="row" className={classes.number}>
          {at + 1}
        </th>
        {columns.map((column, place) => (
          <td key={column.key}>
            <BulkCell
              column={column}
              value={row.cells[column.key] ?? ''}
              error={errors?.[column.key]}
              row={at}
              place={place}
              onChange={(value) => onCell(row.id, column.key, value)}
            />
          </td>
        ))}
        <td>
          <ActionIcon variant="subtle" aria-label={t('removeRow', { number: at + 1 })} onClick={() => onRemove(row.id)}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </td>
      </tr>
      {(mark || whole) && (
        <tr className={classes.marked}>
          <td />
          <td colSpan={columns.length + 1}>
            <div className={classes.mark}>
              {whole && <span className={classes.error}>{whole}</span>}
              {mark}
            </div>
          </td>
        </tr>
      )}
    </>
  );
});
