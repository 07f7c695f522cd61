/** The first response: how many leads got it in time, how sure that rate is, and how long half of them waited. */
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage, FirstResponse } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { Swatch } from './coverage-bar.tsx';
import { useHours } from './coverage-words.ts';
import classes from './coverage.module.css';
import { PanelFoot } from './panel-foot.tsx';
import { ResponseBars } from './response-bars.tsx';
import { ResponseTable } from './response-table.tsx';

export function ResponsePanel({ report }: { report: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const [asTable, setAsTable] = useState(false);
  const answers = report?.firstResponse;
  return (
    <Panel title={t('response.title')} note={answers && t('response.target', { count: answers.targetDays })}>
      {!report || !answers ? (
        <Skeleton h={210} radius="md" />
      ) : (
        <>
          <ResponseFigures answers={answers} previous={report.previous?.firstResponse} />
          {asTable ? <ResponseTable report={report} /> : <ResponseBars report={report} />}
          {!asTable && (
            <p className={`${classes.legend} ${classes.below}`}>
              <Swatch tone="there">{t('response.inTime')}</Swatch>
              <Swatch tone="missing">{t('response.late')}</Swatch>
              {Boolean(answers.undecided) && <Swatch tone="open">{t('response.undecided')}</Swatch>}
            </p>
          )}
        </>
      )}
      <PanelFoot at="firstResponse" table={{ shown: asTable, onChange: setAsTable }} />
    </Panel>
  );
}

interface FiguresProps {
  answers: FirstResponse;
  previous: FirstResponse | undefined;
}

function ResponseFigures({ answers, previous }: FiguresProps) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const hours = useHours();
  const { rate, medianHours, suppressed } = answers;
  const interval = rate ? t('response.interval', { range: format.percentRange(rate.low, rate.high) }) : t('response.noRate');
  const before = previous?.rate ? t('tip.before', { total: format.percent(previous.rate.value) }) : '';
  const median = medianHours !== null ? hours(medianHours) : suppressed ? t('response.hidden') : t('response.noMedian');
  const medianBefore =
    previous && previous.medianHours !== null && previous.medianHours !== undefined
      ? t('tip.before', { total: hours(previous.medianHours) })
      : '';
  return (
    <Figures>
      <Figure
        label={t('response.share')}
        note={suppressed ? t('response.hidden') : [interval, before].filter(Boolean).join(' · ')}
        value={format.percent(rate?.value)}
      />
      <Figure
        label={t('response.median')}
        note={medianHours === null ? median : medianBefore || t('response.medianNote')}
        value={medianHours === null ? format.count(null) : median}
      />
    </Figures>
  );
}
