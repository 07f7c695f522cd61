/** Adds a reading of a counter: what it shows today, or showed on an earlier day. */
import { Button, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { SNAPSHOT_METRICS } from '../../../src/activity/metric.schema.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { problemWords } from '../app/zod-form.ts';
import { instantOf } from '../app/zone-time.ts';
import { DayInput } from '../ui/day-input.tsx';
import { CountInput, countOf } from '../ui/number-inputs.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { useReadings } from './use-readings.ts';

interface Props {
  activity: Activity;
  opened: boolean;
  onClose: () => void;
}

export function CounterSheet({ activity, opened, onClose }: Props) {
  const { t } = useTranslation('activity');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('counter.title')}>
      <CounterForm activity={activity} onClose={onClose} />
    </Sheet>
  );
}

interface Values {
  metric: (typeof SNAPSHOT_METRICS)[number];
  value: number | string;
  day: string | null;
}

function CounterForm({ activity, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { timeZone } = useRegion();
  const today = format.dayOf();
  const form = useForm<Values>({
    initialValues: { metric: 'views', value: '', day: today },
    validate: { value: (value) => (value === '' ? problemWords('required') : null), day: (day) => (day ? null : problemWords('required')) },
  });
  const problems = useFormProblems(form, { '0.value': 'value', '0.takenAt': 'day' });
  const { add } = useReadings(activity.id);
  const submit = form.onSubmit(({ metric, value, day }) => {
    problems.clear();
    const takenAt = day === null || day === today ? new Date().toISOString() : instantOf(day, timeZone, '12:00');
    add.mutate({ metric, takenAt, value: countOf(value) ?? 0, source: 'manual' }, { onSuccess: onClose, onError: problems.show });
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <CountInput label={t('counter.value')} description={t('counter.hint')} data-autofocus {...form.getInputProps('value')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('figures.metric')}
            data={SNAPSHOT_METRICS.map((value) => ({ value, label: t(`metric.${value}`) }))}
            {...form.getInputProps('metric')}
          />
          <DayInput label={t('field.on')} maxDate={today} {...form.getInputProps('day')} />
        </SimpleGrid>
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={add.isPending}>{t('do.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
