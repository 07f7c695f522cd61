/** The same as a table: each measure with what is known, what was covered, and what was before. */
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { MEASURES, shareOf } from './coverage-finding.ts';
import { useAmount } from './coverage-words.ts';
import { numeric, WideTable } from './wide-table.tsx';

const columns = ['total', 'before', 'there', 'missing', 'share'] as const;

export function CoveredTable({ report }: { report: Coverage }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const amount = useAmount();
  return (
    <WideTable caption={t('covered.title')}>
      <thead>
        <tr>
          <th scope="col">{t('covered.measure')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={numeric}>
              {t(`covered.${column}`)}
            </th>
          ))}
          {report.previous && (
            <th scope="col" className={numeric}>
              {t('covered.sharePrevious')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {MEASURES.map((measure) => {
          const of = shareOf(report[measure]);
          const shown = (value: number | undefined) => (value === undefined ? format.count(null) : amount(measure, value));
          const cells = [of && of.known + of.before, of?.before, of?.covered, of?.uncovered];
          return (
            <tr key={measure}>
              <th scope="row">{t(`measure.${measure}`)}</th>
              {cells.map((value, at) => (
                <td key={columns[at]} className={numeric}>
                  {shown(value ?? undefined)}
                </td>
              ))}
              <td className={numeric}>{format.percent(of?.share)}</td>
              {report.previous && <td className={numeric}>{format.percent(shareOf(report.previous[measure])?.share)}</td>}
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}
