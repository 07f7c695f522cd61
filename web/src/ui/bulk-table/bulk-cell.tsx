/** One cell: a bare field that says what is wrong right below it. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bulk-table.module.css';
import type { BulkColumn } from './pasted.ts';

interface Props {
  column: BulkColumn;
  value: string;
  error: string | undefined;
  row: number;
  place: number;
  onChange: (value: string) => void;
}

export function BulkCell({ column: { label, choices, inputMode }, value, error, row, place, onChange }: Props) {
  const { t } = useTranslation('bulk-table');
  const id = useId();
  const shared = {
    className: classes.cell,
    'aria-label': t('cell', { column: label, number: row + 1 }),
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? id : undefined,
    'data-row': row,
    'data-column': place,
    value,
  };
  return (
    <>
      {choices ? (
        <select {...shared} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="" />
          {value && !choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} type="text" autoComplete="off" inputMode={inputMode} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
      {error && (
        <span id={id} className={classes.error}>
          {error}
        </span>
      )}
    </>
  );
}
