/** Within how many days from its creation a lead must have reached a step to be counted there. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../ui/filter-chips.tsx';
import classes from './filters.module.css';
import { usual, WINDOWS } from './funnel-search.ts';
import { useFunnelView } from './funnel-view.tsx';
import { OptionList } from './option-list.tsx';

export function useWindowWords(): string {
  const { t } = useTranslation('report');
  const { search } = useFunnelView();
  const days = search.windowDays ?? usual.windowDays;
  return days === 'none' ? t('window.none') : t('window.days', { count: days });
}

export function WindowChip() {
  const { t } = useTranslation('report');
  const { search, change } = useFunnelView();
  const words = useWindowWords();
  const windowDays = search.windowDays ?? usual.windowDays;
  const [typed, setTyped] = useState<string | number>(windowDays === 'none' ? '' : windowDays);
  const set = (days: number | 'none') => change({ windowDays: days === usual.windowDays ? undefined : days });
  const options = [
    ...WINDOWS.map((days) => ({ value: String(days), label: t('window.days', { count: days }) })),
    { value: 'none', label: t('window.noneLong') },
  ];
  return (
    <FilterChip label={t('window.label')} value={words}>
      {(close) => (
        <>
          <OptionList
            label={t('window.label')}
            quietLabel
            options={options}
            value={String(windowDays)}
            onChoose={(value) => {
              set(value === 'none' ? value : Number(value));
              close();
            }}
          />
          <form
            className={classes.custom}
            onSubmit={(event) => {
              event.preventDefault();
              close();
            }}
          >
            <NumberInput
              label={t('window.custom')}
              size="sm"
              min={1}
              max={3650}
              allowDecimal={false}
              clampBehavior="strict"
              value={typed}
              onChange={(value) => {
                setTyped(value);
                if (typeof value === 'number' && value >= 1 && value <= 3650) set(value);
              }}
            />
            <p className={classes.hint} style={{ marginTop: 8 }}>
              {t('window.hint')}
            </p>
          </form>
        </>
      )}
    </FilterChip>
  );
}
