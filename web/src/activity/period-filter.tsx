/** The filter by days: activities that have a day within. Shown with both days inclusive; the address keeps the day after the last. */
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { addDays } from '../report/days.ts';
import { DayInput } from '../ui/day-input.tsx';
import { FilterChip } from '../ui/filter-chips.tsx';

interface Props {
  from: string | undefined;
  to: string | undefined;
  onChange: (period: { from?: string | undefined; to?: string | undefined }) => void;
}

export function PeriodFilter({ from, to, onChange }: Props) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const last = to && addDays(to, -1);
  const words = from ? format.days(from, last) : last ? t('filter.until', { day: format.day(last) }) : undefined;
  const calendar = { clearable: true, popoverProps: { withinPortal: false } };
  return (
    <FilterChip label={t('field.period')} value={words} onClear={() => onChange({ from: undefined, to: undefined })}>
      {() => (
        <Stack gap="sm">
          <DayInput
            label={t('filter.from')}
            value={from ?? null}
            onChange={(day) => onChange({ from: day ?? undefined })}
            {...calendar}
            {...(last ? { maxDate: last } : {})}
          />
          <DayInput
            label={t('filter.to')}
            value={last ?? null}
            onChange={(day) => onChange({ to: day ? addDays(day, 1) : undefined })}
            {...calendar}
            {...(from ? { minDate: from } : {})}
          />
        </Stack>
      )}
    </FilterChip>
  );
}
