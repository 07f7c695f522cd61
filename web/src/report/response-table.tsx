/** The first response as a table, the comparison beside it. */
import { useTranslation } from 'react-i18next';
import type { Coverage, FirstResponse } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { useHours } from './coverage-words.ts';
import { ANSWERS } from './response-bars.tsx';
import { useThreshold } from './use-threshold.ts';
import { numeric, WideTable } from './wide-table.tsx';

export function ResponseTable({ report }: { report: Coverage }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const hours = useHours();
  const threshold = useThreshold();
  const times = [report.firstResponse, ...(report.previous ? [report.previous.firstResponse] : [])];
  const rows: [string, (one: FirstResponse) => string][] = [
    ...ANSWERS.map((key): [string, (one: FirstResponse) => string] => [
      t(`response.${key}`),
      (one) => format.count(one[key], true, threshold),
    ]),
    [t('response.share'), ({ rate }) => format.percent(rate?.value)],
    [t('response.intervalName'), ({ rate }) => (rate ? format.percentRange(rate.low, rate.high) : format.count(null))],
    [t('response.median'), ({ medianHours }) => (medianHours === null ? format.count(null) : hours(medianHours))],
  ];
  return (
    <WideTable caption={t('response.title')}>
      <thead>
        <tr>
          <td />
          <th scope="col" className={numeric}>
            {t('response.now')}
          </th>
          {report.previous && (
            <th scope="col" className={numeric}>
              {t('table.before', { ns: 'report' })}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {times.map((one, at) => (
              <td key={at === 0 ? 'now' : 'before'} className={numeric}>
                {of(one)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
