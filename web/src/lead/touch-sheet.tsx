/** Adds a meeting to a lead's story: where, how we know of it, and when. */
import { Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { How, Lead, TouchInput } from '../../../src/lead/lead.schema.ts';
import { TouchAdded } from '../../../src/lead/touch.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { problemWords } from '../app/zod-form.ts';
import { instantOf } from '../app/zone-time.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import { howAt, type Met, touchOf } from './met-at.ts';
import { MetAtField } from './met-at-field.tsx';

interface Props {
  lead: Lead;
  opened: boolean;
  onClose: () => void;
}

interface Values {
  met: Met | null;
  how: How | null;
  on: string | null;
  time: string;
}

/** The ways a contact person may know of a meeting; links, forms and imports write themselves. */
const hows = ['conversation', 'attendance', 'self_reported'] as const satisfies readonly How[];
const names = { at: 'on', activityId: 'met', organisation: 'met', 'organisation.name': 'met' };

export function TouchSheet({ lead, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('touch.title', { name: lead.person.name })} long>
      <TouchForm lead={lead} onClose={onClose} />
    </Sheet>
  );
}

function TouchForm({ lead, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { regionPath, timeZone } = useRegion();
  const changed = useRegionChanged();
  const today = format.dayOf();
  const form = useForm<Values>({
    initialValues: { met: null, how: null, on: today, time: '' },
    validate: {
      met: (met) => {
        if (!met) return problemWords('required');
        return met.by === 'referral' && !met.organisation?.name.trim() ? problemWords('referred_by_whom') : null;
      },
      on: (on) => (on ? null : problemWords('required')),
    },
  });
  const problems = useFormProblems(form, names);
  const add = useMutation({
    mutationFn: (touch: TouchInput) => api.post(regionPath(`/leads/${lead.id}/touches`), touch, TouchAdded),
    onError: problems.show,
    onSuccess: async () => {
      onClose();
      showDone(t('touch.saved'));
      await changed();
    },
  });
  const { met, how, on, time } = form.values;
  const submit = form.onSubmit(() => {
    problems.clear();
    if (!met || !on) return;
    const at = on === today && !time ? undefined : instantOf(on, timeZone, time || '12:00');
    add.mutate(touchOf(met, at, how ?? undefined));
  }, problems.invalid);
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="lg">
        <MetAtField label={t('new.metAt')} value={met} onChange={(next) => form.setFieldValue('met', next)} error={form.errors['met']} />
        {met?.by === 'activity' && (
          <ChoiceChips
            label={t('touch.how')}
            choices={hows.map((value) => ({ value, label: t(`how.${value}`) }))}
            value={how ?? howAt(met.kind)}
            onChange={(value) => form.setFieldValue('how', value as How)}
          />
        )}
        <Group gap="md" align="start" grow>
          <DayInput label={t('field.on')} maxDate={today} {...form.getInputProps('on')} />
          <TextInput type="time" label={`${t('field.at')} (${t('is.optional')})`} {...form.getInputProps('time')} />
        </Group>
        <Problem error={problems.general} />
        <SheetActions>
          <SavingButton saving={add.isPending}>{t('do.add')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
