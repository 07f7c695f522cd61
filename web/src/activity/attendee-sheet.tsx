/** Writes down one after another who came, and who wants to be contacted. */
import { Button, Checkbox, Collapse, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { Attendance, AttendanceInput } from '../../../src/lead/attendance.schema.ts';
import { INTENTS, type Intent } from '../../../src/lead/pipeline.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { LanguageChips } from '../lead/language-chips.tsx';
import { type OrganisationChoice, OrganisationPicker } from '../organisation/organisation-picker.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

interface Props {
  activity: Activity;
  opened: boolean;
  onClose: () => void;
}

export function AttendeeSheet({ activity, opened, onClose }: Props) {
  const { t } = useTranslation('activity');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('attendees.add')} long>
      <AttendeeForm activity={activity} onClose={onClose} />
    </Sheet>
  );
}

interface Values {
  name: string;
  email: string;
  phone: string;
  languages: string[];
  organisation: OrganisationChoice | null;
  wantsContact: boolean;
  intent: Intent | null;
}
const empty: Values = { name: '', email: '', phone: '', languages: [], organisation: null, wantsContact: false, intent: null };

const attendeeOf = ({ name, email, phone, languages, wantsContact, intent }: Values, organisationId?: string) =>
  withoutBlanks({
    person: { name, email, phone, languages },
    organisationId: organisationId ?? '',
    wantsContact,
    intent: wantsContact ? (intent ?? '') : '',
  });

/** Paths of the one attendee as the fields are called. */
const names = Object.fromEntries(['name', 'email', 'phone', 'languages'].map((field) => [`attendees.0.person.${field}`, field]));

function AttendeeForm({ activity, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('activity');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const name = useRef<HTMLInputElement>(null);
  const path = regionPath(`/activities/${activity.id}/attendance`);
  const form = useForm<Values>({
    initialValues: empty,
    validate: (values) => {
      const errors = zodForm<unknown>(AttendanceInput)({ attendees: [attendeeOf(values)] });
      return Object.fromEntries(Object.entries(errors).map(([at, words]) => [names[at] ?? at, words]));
    },
  });
  const problems = useFormProblems(form, names);
  const save = useMutation({
    mutationFn: async (values: Values) => {
      const { organisation } = values;
      let organisationId = organisation?.id ?? undefined;
      const written = organisation?.name.trim();
      if (written && !organisationId) {
        // An organisation that nobody knows yet takes part first, and is known by its name in the answer.
        const { organisations } = await api.post(path, { organisations: [{ name: written }] }, Attendance);
        organisationId = organisations.find((one) => one.name.toLowerCase() === written.toLowerCase())?.id;
      }
      return api.post(path, { attendees: [attendeeOf(values, organisationId)] }, Attendance);
    },
    onError: problems.show,
    onSuccess: async (_, values) => {
      showDone(t('attendees.saved', { name: values.name }));
      // The next one often comes from the same place.
      form.setValues({ ...empty, organisation: values.organisation, languages: values.languages });
      name.current?.focus();
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
        <TextInput ref={name} label={t('field.name')} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('field.phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
        <TextInput label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <LanguageChips
          value={form.values.languages}
          onChange={(codes) => form.setFieldValue('languages', codes)}
          error={form.errors['languages']}
        />
        <OrganisationPicker
          value={form.values.organisation}
          onChange={(choice) => form.setFieldValue('organisation', choice)}
          error={form.errors['organisation']}
        />
        <Checkbox
          label={t('attendees.wantsContact')}
          description={t('attendees.wantsHint')}
          {...form.getInputProps('wantsContact', { type: 'checkbox' })}
        />
        <Collapse expanded={form.values.wantsContact}>
          <ChoiceChips
            label={t('field.intent')}
            choices={INTENTS.map((value) => ({ value, label: t(`intent.${value}`) }))}
            value={form.values.intent}
            onChange={(intent) => form.setFieldValue('intent', intent as Intent)}
          />
        </Collapse>
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.done')}
          </Button>
          <SavingButton saving={save.isPending}>{t('attendees.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
