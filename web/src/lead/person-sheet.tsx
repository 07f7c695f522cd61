/** Corrects what is known of the person herself. */
import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { Person, PersonChange } from '../../../src/lead/person.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { LanguagePicker } from '../ui/language-picker.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import { changesOf } from './changes.ts';

interface Props {
  lead: Lead;
  opened: boolean;
  onClose: () => void;
}

interface Values {
  name: string;
  email: string;
  phone: string;
  languages: string[];
  protected: boolean;
}

const valuesOf = ({ name, email, phone, languages, protected: hidden }: Person): Values => ({
  name,
  email: email ?? '',
  phone: phone ?? '',
  languages,
  protected: hidden,
});

/** A field that was emptied is cleared, not left alone. */
function changeOf(before: Values, after: Values): PersonChange {
  const changes = changesOf(before, after);
  const cleared = (value: string | undefined) => (value === undefined ? {} : { value: value.trim() || null });
  const { value: email } = cleared(changes.email);
  const { value: phone } = cleared(changes.phone);
  return {
    ...withoutBlanks({ ...changes, email: undefined, phone: undefined }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

export function PersonSheet({ lead, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('person.edit')} long>
      <PersonForm lead={lead} onClose={onClose} />
    </Sheet>
  );
}

function PersonForm({ lead, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('lead');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const path = regionPath(`/persons/${lead.person.id}`);
  // The version that is edited: what another corrects meanwhile is told, not written over.
  const version = useQuery({
    queryKey: [...apiKey(path), 'version'],
    queryFn: ({ signal }) => api.getTagged(path, Person, { signal }),
    gcTime: 0,
  });
  const before = valuesOf(lead.person);
  const form = useForm<Values>({
    initialValues: before,
    validate: (values) => ({
      ...zodForm<unknown>(PersonChange)(changeOf(before, values)),
      ...(values.name.trim() ? {} : zodForm<unknown>(PersonChange.pick({ name: true }).required())({})),
    }),
  });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (change: PersonChange) => api.patch(path, change, Person, { ifMatch: version.data?.etag }),
    onError: (error) => {
      problems.show(error);
      void version.refetch();
    },
    onSuccess: async () => {
      onClose();
      showDone(t('do.saved'));
      await changed();
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        problems.clear();
        save.mutate(changeOf(before, values));
      }, problems.invalid)}
    >
      <Stack gap="md">
        <TextInput label={t('field.name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
        <TextInput label={t('field.phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
        <TextInput label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <LanguagePicker {...form.getInputProps('languages')} />
        <Checkbox
          label={t('protected.label')}
          description={t('protected.text')}
          {...form.getInputProps('protected', { type: 'checkbox' })}
        />
        <Problem error={problems.general} />
        <SheetActions>
          <SavingButton saving={save.isPending} />
        </SheetActions>
      </Stack>
    </form>
  );
}
