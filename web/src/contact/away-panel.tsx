/** When a contact person is away and who stands in for her. */
import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Away, ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { useContactPersonOptions } from '../lead/contact-persons.ts';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { showDone, showFailed } from '../ui/toast.tsx';

export function AwayPanel({ person }: { person: ContactPerson }) {
  const { t } = useTranslation('contact');
  const format = useFormat();
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const end = useMutation({
    mutationFn: () => api.put(regionPath(`/contact-persons/${person.id}/away`), { from: null }, ContactPerson),
    onError: showFailed,
    onSuccess: async () => {
      showDone(t('absence.ended'));
      await changed();
    },
  });
  return (
    <Panel title={t('absence.title')}>
      {person.away ? (
        <Stack gap="sm">
          <Text>
            <b>{format.days(person.away.from, person.away.to)}</b>
            <br />
            {person.away.substitute ? t('absence.with', { name: person.away.substitute.name }) : t('absence.without')}
          </Text>
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            {t('absence.end')}
          </Button>
        </Stack>
      ) : (
        <AwayForm person={person} />
      )}
    </Panel>
  );
}

interface Values {
  from: string | null;
  to: string | null;
  substituteId: string | null;
}
const bodyOf = ({ from, to, substituteId }: Values) => withoutBlanks({ from: from ?? '', to: to ?? '', substituteId: substituteId ?? '' });

function AwayForm({ person }: { person: ContactPerson }) {
  const { t } = useTranslation('contact');
  const format = useFormat();
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const others = useContactPersonOptions().filter(({ id }) => id !== person.id);
  const form = useForm<Values>({
    initialValues: { from: null, to: null, substituteId: null },
    validate: (values) => zodForm<unknown>(Away)(bodyOf(values)),
  });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (values: Values) => api.put(regionPath(`/contact-persons/${person.id}/away`), bodyOf(values), ContactPerson),
    onError: problems.show,
    onSuccess: async () => {
      showDone(t('absence.saved'));
      await changed();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('absence.text')}
        </Text>
        <DayInput label={t('absence.from')} minDate={format.dayOf()} {...form.getInputProps('from')} />
        <DayInput label={t('absence.to')} minDate={form.values.from ?? format.dayOf()} {...form.getInputProps('to')} />
        <ContactPersonPicker label={t('absence.substitute')} clearable options={others} {...form.getInputProps('substituteId')} />
        <Problem error={problems.general} />
        <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
      </Stack>
    </form>
  );
}
