/** Month by month: how many leads came in, and how many of them got to the end; as a picture or as its table. */
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { BreakdownTable } from './breakdown-table.tsx';
import { usual } from './funnel-search.ts';
import { useFunnelView } from './funnel-view.tsx';
import { useStepName } from './step-names.ts';
import { TextButton } from './text-button.tsx';
import classes from './trend-chart.module.css';
import { TrendChart } from './trend-chart.tsx';
import { trendOf } from './trend.ts';
import { useFunnelBy } from './use-funnel.ts';

export function TrendPanel() {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { period, search, open, define } = useFunnelView();
  const { name } = useStepName();
  const [asTable, setAsTable] = useState(false);
  const months = useFunnelBy('month');
  const last = months.data?.steps.at(-1);
  const trend = months.data && trendOf(months.data, period, search.windowDays ?? usual.windowDays, format.dayOf());
  const legend = (
    <span className={classes.legend}>
      <span>
        <i className={classes.swatch} /> {t('trend.came')}
      </span>
      <span>
        <i className={classes.swatch} data-of="won" /> {t('trend.ofThem', { step: last ? name(last) : '' })}
      </span>
      {trend?.some(({ young, leads }) => young && leads !== 0) && (
        <span>
          <i className={classes.swatch} data-of="young" /> {t('trend.young')}
        </span>
      )}
    </span>
  );
  return (
    <Panel title={t('trend.title')} note={!asTable && last ? legend : undefined}>
      <Problem error={months.error} onRetry={() => void months.refetch()} />
      {months.isPending && <Skeleton h={200} radius="md" />}
      {months.data && trend && last && (
        <div aria-busy={months.isPlaceholderData} style={{ opacity: months.isPlaceholderData ? 0.6 : 1 }}>
          {asTable ? (
            <BreakdownTable report={months.data} by="month" caption={t('trend.title')} />
          ) : (
            <TrendChart months={trend} won={name(last)} onOpen={(month) => open({ by: 'month', row: month })} />
          )}
        </div>
      )}
      <p className={`${classes.foot} no-print`}>
        <TextButton onClick={() => define('lead')}>{t('do.howCounted')}</TextButton>
        {' · '}
        <TextButton aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'trend.showPicture' : 'do.showTable')}
        </TextButton>
      </p>
    </Panel>
  );
}
