/** Which days the funnel is about: a span by name, a programme's whole time, or any days. */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { FilterChip } from '../ui/filter-chips.tsx';
import { addDays } from './days.ts';
import classes from './filters.module.css';
import { type Days, movingDays, type Period, programmeDays } from './report-period.ts';
import { MOVING } from './report-search.ts';
import { useReportView } from './report-view.tsx';
import { OptionList } from './option-list.tsx';
import { useProgrammes } from './region-lists.ts';

const DayRange = lazy(() => import('./day-range.tsx').then(({ DayRange }) => ({ default: DayRange })));

/** A time in words, its last day inclusive. */
export function useDaysWords(): (days: Days | Period) => string {
  const { t } = useTranslation('report');
  const format = useFormat();
  return (days) => ('kind' in days && days.kind === 'all' ? t('period.all') : format.days(days.from, addDays(days.to, -1)));
}

export function PeriodChip() {
  const { t } = useTranslation('report');
  const format = useFormat();
  const words = useDaysWords();
  const { period, change } = useReportView();
  const programmes = useProgrammes().data?.items ?? [];
  const today = format.dayOf();
  const same = ({ from, to }: Days) => period.kind === 'custom' && from === period.from && to === period.to;
  const chosen = programmes.find((programme) => same(programmeDays(programme)))?.id ?? (period.kind === 'custom' ? undefined : period.kind);
  const choose = (value: string) => {
    const moving = MOVING.find((one) => one === value);
    const programme = programmes.find(({ id }) => id === value);
    if (moving) change({ period: moving, from: undefined, to: undefined });
    else if (programme) change({ period: undefined, ...programmeDays(programme) });
  };
  const spans = MOVING.map((kind) => ({
    value: kind as string,
    label: t(`period.${kind}`),
    note: kind === 'all' ? undefined : words(movingDays(kind, today)),
  }));
  const whole = programmes.map((programme) => ({ value: programme.id, label: programme.name, note: words(programmeDays(programme)) }));
  return (
    <FilterChip label={t('period.label')} value={words(period)} width={330}>
      {(close) => {
        const chooseAndClose = (value: string) => {
          choose(value);
          close();
        };
        return (
          <>
            <OptionList label={t('period.label')} quietLabel options={spans} value={chosen} onChoose={chooseAndClose} />
            {whole.length > 0 && <OptionList label={t('period.programme')} options={whole} value={chosen} onChoose={chooseAndClose} />}
            <div className={classes.custom}>
              <Suspense fallback={<Skeleton h={62} />}>
                <DayRange
                  days={period.kind === 'all' ? undefined : period}
                  onChange={({ from, to }) => change({ period: undefined, from, to })}
                />
              </Suspense>
            </div>
          </>
        );
      }}
    </FilterChip>
  );
}
