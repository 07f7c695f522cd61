/** Gives one activity with its parts to another contact person, from now or from an earlier day. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Activity, ActivityHandOver } from '../../../src/activity/activity.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { useContactPersonOptions, useContactPersons } from '../lead/contact-persons.ts';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

interface Props {
  activity: Activity;
  opened: boolean;
  onClose: () => void;
}

export function ActivityHandOverSheet({ activity, opened, onClose }: Props) {
  const { t } = useTranslation('activity');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('handOver.title')}>
      <HandOverForm activity={activity} onClose={onClose} />
    </Sheet>
  );
}

interface Values {
  contactPersonId: string | null;
  on: string | null;
}
const bodyOf = ({ contactPersonId, on }: Values) => withoutBlanks({ contactPersonId: contactPersonId ?? '', on: on ?? '' });

function HandOverForm({ activity, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const persons = useContactPersons();
  const options = useContactPersonOptions().filter(({ id }) => id !== activity.contactPerson.id);
  const since = activity.contactHistory.find(({ until }) => until === null)?.since;
  const form = useForm<Values>({
    initialValues: { contactPersonId: null, on: null },
    validate: (values) => zodForm<unknown>(ActivityHandOver)(bodyOf(values)),
  });
  const problems = useFormProblems(form);
  const partnerOf = (id: string | null) => persons.find((person) => person.id === id)?.partner;
  const [from, to] = [partnerOf(activity.contactPerson.id), partnerOf(form.values.contactPersonId)];
  const save = useMutation({
    mutationFn: (values: Values) => api.put(regionPath(`/activities/${activity.id}/contact-person`), bodyOf(values), Activity),
    onError: problems.show,
    onSuccess: async ({ contactPerson }) => {
      onClose();
      showDone(t('handOver.done', { name: contactPerson.name }));
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
        <Text>{t('handOver.text', { name: activity.contactPerson.name, count: activity.parts })}</Text>
        <ContactPersonPicker label={t('handOver.to')} options={options} data-autofocus {...form.getInputProps('contactPersonId')} />
        <DayInput
          label={t('handOver.on')}
          description={t('handOver.onHint')}
          maxDate={format.dayOf()}
          {...(since ? { minDate: format.dayOf(since) } : {})}
          clearable
          {...form.getInputProps('on')}
        />
        {from && to && from.id !== to.id && <Alert color="warm">{t('handOver.controller', { from: from.name, to: to.name })}</Alert>}
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={save.isPending}>{t('do.handOver')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
