/** Amounts of the coverage report in words: money in whole units, hours or days until an answer. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import type { Measure } from './coverage-finding.ts';
import { useDuration } from './use-duration.ts';

/** A part of a measure: cents without what is below a whole unit, counts as whole numbers. */
export function useAmount(): (measure: Measure, value: number) => string {
  const format = useFormat();
  return useCallback(
    (measure, value) => (measure === 'spendCents' ? format.money(Math.round(value / 100) * 100) : format.number(value)),
    [format],
  );
}

/** Hours until an answer: below one hour in words, then hours, then days. */
export function useHours(): (hours: number) => string {
  const { t } = useTranslation('coverage');
  const duration = useDuration();
  return useCallback((hours) => (hours < 1 ? t('time.underHour') : duration(hours / 24)), [t, duration]);
}
