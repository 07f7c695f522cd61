/** The rows of a breakdown over the steps, with what nobody knows and the sum; each cell opens to its leads. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Breakdown, Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { isByTouch } from './credit-models.ts';
import { useFunnelView } from './funnel-view.tsx';
import { OpenNumber } from './open-number.tsx';
import { isBeside, UNATTRIBUTED, useRowName } from './row-names.ts';
import { useStepName } from './step-names.ts';
import { TextButton } from './text-button.tsx';
import { useThreshold } from './use-threshold.ts';
import { numeric, quiet, total, WideTable } from './wide-table.tsx';

interface Props {
  report: Funnel;
  by: Breakdown;
  caption: string;
  stale?: boolean;
  /** So many rows at first; the others on request. */
  first?: number;
}

export function BreakdownTable({ report, by, caption, stale = false, first = Number.POSITIVE_INFINITY }: Props) {
  const { t } = useTranslation('report');
  const { name } = useStepName();
  const rowName = useRowName(by);
  const [all, setAll] = useState(false);
  const { rows = [], unattributed, steps } = report;
  // What is none of the dimension's own values always stays in sight.
  const own = rows.filter(({ key }) => !isBeside(key));
  const folds = own.length > first + 2;
  const shown = folds && !all ? [...own.slice(0, first), ...rows.filter(({ key }) => isBeside(key))] : rows;
  return (
    <>
      <WideTable caption={caption} stale={stale}>
        <thead>
          <tr>
            <th scope="col">{t(`by.${by}`)}</th>
            {steps.map((step) => (
              <th key={step.key} scope="col" className={numeric}>
                {name(step)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Line
              key={row.key}
              report={report}
              by={by}
              rowKey={row.key}
              words={rowName(row)}
              steps={row.steps}
              beside={isBeside(row.key)}
            />
          ))}
          {unattributed?.steps.some((count) => count !== 0) && (
            <Line
              report={report}
              by={by}
              rowKey={UNATTRIBUTED}
              words={t(`unattributed.${isByTouch(by) ? 'touch' : 'lead'}`)}
              steps={unattributed.steps}
              beside
            />
          )}
        </tbody>
        <tfoot>
          <Sum report={report} />
        </tfoot>
      </WideTable>
      {folds && (
        <p className="no-print" style={{ marginTop: 10, fontSize: '0.84375rem' }}>
          <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('breakdown.fewer') : t('breakdown.more', { count: rows.length })}
          </TextButton>
        </p>
      )}
    </>
  );
}

interface LineProps {
  report: Funnel;
  by: Breakdown;
  rowKey: string;
  words: string;
  steps: readonly (number | null)[];
  beside: boolean;
}

function Line({ report, by, rowKey, words, steps, beside }: LineProps) {
  const { t } = useTranslation('report');
  const { name } = useStepName();
  const { open } = useFunnelView();
  const shown = useCredit(by);
  return (
    <tr className={beside ? quiet : undefined}>
      <th scope="row">{words}</th>
      {report.steps.map((step, at) => {
        const count = steps[at] ?? null;
        const text = shown(count);
        return (
          <td key={step.key} className={numeric}>
            {count === 0 ? (
              text
            ) : (
              <OpenNumber
                label={`${words}, ${name(step)}: ${text}. ${t('leads.show')}`}
                onOpen={() => open({ by, row: rowKey, step: step.key })}
              >
                {text}
              </OpenNumber>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Sum({ report }: { report: Funnel }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const threshold = useThreshold();
  return (
    <tr className={total}>
      <th scope="row">{t('breakdown.total')}</th>
      {report.steps.map((step) => (
        <td key={step.key} className={numeric}>
          {format.count(step.count, true, threshold)}
        </td>
      ))}
    </tr>
  );
}

/** Shares of credit have a decimal, whole leads have none. */
function useCredit(by: Breakdown): (count: number | null) => string {
  const format = useFormat();
  const threshold = useThreshold();
  const { model } = useFunnelView();
  const shares = isByTouch(by) && model === 'linear';
  return (count) => (count === null ? format.count(null, true, threshold) : shares ? format.decimal(count) : format.count(count));
}
