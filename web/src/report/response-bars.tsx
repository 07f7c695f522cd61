/** In time, late and still in time as one bar; the comparison's below it. */
import { useTranslation } from 'react-i18next';
import type { Coverage, FirstResponse } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { CoverageBar, NoBar, type Part } from './coverage-bar.tsx';
import classes from './coverage.module.css';
import { useThreshold } from './use-threshold.ts';

export const ANSWERS = ['inTime', 'late', 'undecided'] as const;
const TONES = { inTime: 'there', late: 'missing', undecided: 'open' } as const satisfies Record<string, Part['tone']>;

export function ResponseBars({ report }: { report: Coverage }) {
  const { t } = useTranslation('coverage');
  return (
    <div className={classes.narrow}>
      <Bar label={t('response.now')} answers={report.firstResponse} />
      {report.previous && <Bar label={t('table.before', { ns: 'report' })} answers={report.previous.firstResponse} />}
    </div>
  );
}

function Bar({ label, answers }: { label: string; answers: FirstResponse }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const threshold = useThreshold();
  const shown = (key: (typeof ANSWERS)[number]) => format.count(answers[key], true, threshold);
  const all = ANSWERS.reduce((sum, key) => sum + (answers[key] ?? 0), 0);
  if (answers.suppressed || all === 0) return <NoBar label={label}>{t(answers.suppressed ? 'response.hidden' : 'response.none')}</NoBar>;
  return (
    <CoverageBar
      label={label}
      parts={ANSWERS.map((key) => ({ key, value: answers[key] ?? 0, tone: TONES[key], text: shown(key) }))}
      words={t('response.bar', { label, inTime: shown('inTime'), late: shown('late'), undecided: shown('undecided') })}
      aside={t('response.of', { count: all, total: format.number(all) })}
    />
  );
}
