/** Days of 24 hours in words: hours when it was quick, else days, with a decimal only below ten. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';

export function useDuration(): (days: number) => string {
  const { t } = useTranslation('report');
  const format = useFormat();
  return useCallback(
    (days) => {
      const hours = Math.round(days * 24);
      if (hours < 36) return t('time.hours', { count: hours, total: format.number(hours) });
      const rounded = days < 9.95 ? Math.round(days * 10) / 10 : Math.round(days);
      const total = Number.isInteger(rounded) ? format.number(rounded) : format.decimal(rounded);
      return t('time.days', { count: rounded, total });
    },
    [t, format],
  );
}
