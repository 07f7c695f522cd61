/** Where many are written down: the paste, the table, and what is kept of it until it is saved. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmed } from '../confirm.tsx';
import { Panel } from '../panel.tsx';
import { BulkTable, type Errors } from './bulk-table.tsx';
import { PasteBox } from './paste-box.tsx';
import type { BulkColumn } from './pasted.ts';
import { type BulkRow, MOST_ROWS, rowOf } from './rows.ts';

interface Props {
  label: string;
  /** What may be pasted, with an example of the columns. */
  hint: string;
  columns: readonly BulkColumn[];
  rows: readonly BulkRow[];
  onChange: (change: (rows: readonly BulkRow[]) => BulkRow[]) => void;
  errors: ReadonlyMap<string, Errors>;
  marks?: ReadonlyMap<string, ReactNode>;
}

export function BulkPanel({ label, hint, columns, rows, onChange, errors, marks }: Props) {
  const { t } = useTranslation('bulk-table');
  const clear = async () => {
    const isSure = await confirmed({ title: t('clear'), text: t('clearText'), confirm: t('clear'), danger: true });
    if (isSure) onChange(() => []);
  };
  return (
    <Panel title={t('rows')} note={rows.length > 0 ? t('kept') : undefined}>
      <Stack gap="md">
        <PasteBox
          columns={columns}
          count={rows.length}
          description={hint}
          onRows={(pasted) => onChange((all) => [...all, ...pasted.map((cells) => rowOf(cells))])}
        />
        {rows.length > 0 && (
          <BulkTable label={label} columns={columns} rows={rows} onChange={onChange} errors={errors} {...(marks ? { marks } : {})} />
        )}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={rows.length >= MOST_ROWS}
            onClick={() => onChange((all) => [...all, rowOf()])}
          >
            {t('addRow')}
          </Button>
          {rows.length > 0 && (
            <Button variant="subtle" onClick={() => void clear()}>
              {t('clear')}
            </Button>
          )}
        </Group>
        {rows.length >= MOST_ROWS && <Text size="sm">{t('tooLong', { most: MOST_ROWS })}</Text>}
      </Stack>
    </Panel>
  );
}
