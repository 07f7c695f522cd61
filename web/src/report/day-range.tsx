/** Two days, both inclusive; taken as soon as both make sense. */
import { Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../ui/day-input.tsx';
import { addDays } from './days.ts';
import type { Days } from './report-period.ts';

interface Props {
  /** `to` exclusive. */
  days: Days | undefined;
  onChange: (days: Days) => void;
}

export function DayRange({ days, onChange }: Props) {
  const { t } = useTranslation('report');
  const [first, setFirst] = useState<string | null>(days?.from ?? null);
  const [last, setLast] = useState<string | null>(days ? addDays(days.to, -1) : null);
  const wrong = first !== null && last !== null && last < first;
  const set = (from: string | null, to: string | null) => {
    setFirst(from);
    setLast(to);
    if (from && to && from <= to) onChange({ from, to: addDays(to, 1) });
  };
  const shared = { size: 'sm', popoverProps: { withinPortal: false }, miw: 0, flex: 1 } as const;
  return (
    <Stack gap={6}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <DayInput {...shared} label={t('period.first')} value={first} onChange={(day) => set(day, last)} />
        <DayInput
          {...shared}
          label={t('period.last')}
          value={last}
          onChange={(day) => set(first, day)}
          error={wrong ? t('period.wrong') : undefined}
        />
      </Group>
    </Stack>
  );
}
