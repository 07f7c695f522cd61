/** Gives everything a contact person holds to another, in one step. */
import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { HandedOver, HandOver } from '../../../src/lead/hand-over.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { useContactPersonOptions } from '../lead/contact-persons.ts';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

interface Props {
  person: ContactPerson;
  opened: boolean;
  onClose: () => void;
}

export function HandOverSheet({ person, opened, onClose }: Props) {
  const { t } = useTranslation('contact');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('handOver.title', { name: person.name })}>
      <HandOverForm person={person} onClose={onClose} />
    </Sheet>
  );
}

function HandOverForm({ person, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('contact');
  const format = useFormat();
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const others = useContactPersonOptions().filter(({ id }) => id !== person.id);
  const form = useForm({
    initialValues: { to: null as string | null, on: null as string | null },
    validate: (values) => zodForm<unknown>(HandOver)(bodyOf(values)),
  });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.post(regionPath(`/contact-persons/${person.id}/hand-over`), bodyOf(values), HandedOver),
    onError: problems.show,
    onSuccess: async (moved) => {
      onClose();
      const to = others.find(({ id }) => id === form.values.to)?.name ?? '';
      showDone(t(moved.controllerChanged ? 'handOver.doneController' : 'handOver.done', { ...moved, to }));
      await changed();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{t('handOver.text')}</Text>
        <ContactPersonPicker label={t('handOver.to')} options={others} {...form.getInputProps('to')} />
        <DayInput
          label={t('handOver.on')}
          description={t('handOver.onHint', { today: format.day(format.dayOf()) })}
          maxDate={format.dayOf()}
          clearable
          {...form.getInputProps('on')}
        />
        <Problem error={problems.general} title={t('handOver.failed')} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={save.isPending}>{t('handOver.confirm')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}

const bodyOf = ({ to, on }: { to: string | null; on: string | null }) => withoutBlanks({ to: to ?? '', on: on ?? '' });
