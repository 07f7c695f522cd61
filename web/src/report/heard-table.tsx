/** Heard from beside the touches as a table. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import type { HeardRow } from './heard-bars.tsx';
import { useHeardName } from './heard-names.ts';
import { useThreshold } from './use-threshold.ts';
import { numeric, WideTable } from './wide-table.tsx';

const columns = ['heard', 'met', 'both'] as const;
const words = { heard: 'heard.named', met: 'heard.met', both: 'heard.both' } as const;

export function HeardTable({ rows }: { rows: readonly HeardRow[] }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const threshold = useThreshold();
  const name = useHeardName();
  return (
    <WideTable caption={t('heard.title')}>
      <thead>
        <tr>
          <th scope="col">{t('heard.channel')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={numeric}>
              {t(words[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{name(row)}</th>
            {columns.map((column) => (
              <td key={column} className={numeric}>
                {format.count(row[column], true, threshold)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
