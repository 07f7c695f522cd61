/** Takes a paste as rows at once, or a typed list at the press of a button; what is too much stays here untouched. */
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BulkColumn, type Cells, readPasted } from './pasted.ts';
import { MOST_ROWS } from './rows.ts';

interface Props {
  columns: readonly BulkColumn[];
  /** Rows that are there already. */
  count: number;
  onRows: (rows: readonly Cells[]) => void;
  description: string;
}

export function PasteBox({ columns, count, onRows, description }: Props) {
  const { t } = useTranslation('bulk-table');
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const take = (pasted: string) => {
    const rows = readPasted(pasted, columns);
    const tooMany = count + rows.length > MOST_ROWS;
    setText(tooMany || rows.length === 0 ? pasted : '');
    setError(tooMany ? t('tooMany', { count: rows.length, most: MOST_ROWS, there: count }) : rows.length === 0 ? t('nothing') : '');
    if (tooMany || rows.length === 0) return;
    onRows(rows);
    // One goes on in the table, at the first of the new rows.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${count}"][data-column="0"]`)?.focus());
  };
  return (
    <div>
      <Textarea
        key={count === 0 ? 'first' : 'more'}
        label={t('paste')}
        description={description}
        value={text}
        error={error}
        minRows={count === 0 ? 6 : 2}
        maxRows={12}
        autosize
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (text.trim() || !/[\t\n]/.test(pasted.trim())) return;
          event.preventDefault();
          take(pasted);
        }}
      />
      <Group mt="xs">
        <Button variant="default" disabled={!text.trim()} onClick={() => take(text)}>
          {t('asRows')}
        </Button>
      </Group>
    </div>
  );
}
