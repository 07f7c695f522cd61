/** What the period is compared with: the time before, the year before, chosen days, or nothing. */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../ui/filter-chips.tsx';
import classes from './filters.module.css';
import type { Days } from './report-period.ts';
import { USUAL_COMPARISON } from './report-search.ts';
import { useReportView } from './report-view.tsx';
import { OptionList } from './option-list.tsx';
import { useDaysWords } from './period-chip.tsx';

const DayRange = lazy(() => import('./day-range.tsx').then(({ DayRange }) => ({ default: DayRange })));
const WAYS = ['previous', 'year-before', 'none'] as const;

/** The chosen days of a comparison, if it is one of days. */
export function useComparedDays(): Days | undefined {
  const { search } = useReportView();
  const { compareFrom, compareTo } = search;
  return compareFrom && compareTo && compareFrom < compareTo ? { from: compareFrom, to: compareTo } : undefined;
}

export function CompareChip() {
  const { t } = useTranslation('report');
  const words = useDaysWords();
  const { search, period, change } = useReportView();
  const days = useComparedDays();
  if (period.kind === 'all' && !days) return null;
  const way = days ? undefined : (search.compare ?? USUAL_COMPARISON);
  const value = days ? words(days) : t(`compare.${way}`);
  return (
    <FilterChip label={t('compare.label')} value={value} width={330}>
      {(close) => (
        <>
          <OptionList
            label={t('compare.label')}
            quietLabel
            options={WAYS.map((one) => ({ value: one, label: t(`compare.${one}Long`) }))}
            value={way}
            onChoose={(compare) => {
              change({ compare: compare === USUAL_COMPARISON ? undefined : compare, compareFrom: undefined, compareTo: undefined });
              close();
            }}
          />
          <div className={classes.custom}>
            <Suspense fallback={<Skeleton h={62} />}>
              <DayRange days={days} onChange={({ from, to }) => change({ compareFrom: from, compareTo: to })} />
            </Suspense>
          </div>
        </>
      )}
    </FilterChip>
  );
}
