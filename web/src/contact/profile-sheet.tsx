/** Makes a contact person's profile without sign-in, or changes a profile. */
import { Button, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ContactPerson, ContactPersonChange, ContactPersonInput, OwnProfileChange } from '../../../src/contact/contact-person.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { Partner } from '../../../src/region/partner.schema.ts';
import { api, apiQuery } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { LanguagePicker } from '../ui/language-picker.tsx';
import { MunicipalitiesPicker } from '../ui/municipality-picker.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import type { ReadContact } from './contact-query.ts';

interface Props {
  /** Without one a profile is made. */
  read?: ReadContact;
  opened: boolean;
  onClose: () => void;
}

export function ProfileSheet({ read, opened, onClose }: Props) {
  const { t } = useTranslation('contact');
  return (
    <Sheet opened={opened} onClose={onClose} title={read ? t('profile.edit') : t('list.add')} long size={600}>
      <ProfileForm {...(read ? { read } : {})} onClose={onClose} />
    </Sheet>
  );
}

const valuesOf = (person?: ContactPerson) => ({
  name: person?.name ?? '',
  title: person?.title ?? '',
  email: person?.email ?? '',
  phone: person?.phone ?? '',
  languages: person?.languages ?? ['fi'],
  municipalities: person?.municipalities ?? [],
  partnerId: person?.partner.id ?? (null as string | null),
});
type Values = ReturnType<typeof valuesOf>;

/** Empty words clear what stood there. */
const changeOf = ({ name, title, email, phone, languages, municipalities, partnerId }: Values): ContactPersonChange => ({
  name,
  title: title.trim() || null,
  email: email.trim() || null,
  phone: phone.trim() || null,
  languages,
  municipalities,
  ...(partnerId ? { partnerId } : {}),
});

const ownChangeOf = (values: Values): OwnProfileChange => {
  const { title, email, phone, languages, municipalities } = changeOf(values);
  return { title, email, phone, languages, municipalities };
};

function ProfileForm({ read, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('contact');
  const { regionPath, pagePath, may } = useRegion();
  /** Name and partner are the admin's. */
  const isOwn = !may('contact.write');
  const changed = useRegionChanged();
  const navigate = useNavigate();
  const municipalities = useMunicipalities();
  const partners = useQuery(apiQuery(regionPath('/partners'), pageOf(Partner), { limit: 200 })).data?.items ?? [];
  const bodyOf = (values: Values) => {
    if (isOwn) return ownChangeOf(values);
    return read ? changeOf(values) : withoutBlanks({ ...values, partnerId: values.partnerId ?? '' });
  };
  const schema = isOwn ? OwnProfileChange : read ? ContactPersonChange : ContactPersonInput;
  const form = useForm<Values>({
    initialValues: valuesOf(read?.value),
    validate: (values) => zodForm<unknown>(schema)(bodyOf(values)),
  });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (values: Values) =>
      read
        ? api.patch(regionPath(`/contact-persons/${isOwn ? 'own' : read.value.id}`), bodyOf(values), ContactPerson, { ifMatch: read.etag })
        : api.post(regionPath('/contact-persons'), bodyOf(values), ContactPerson),
    onError: problems.show,
    onSuccess: async ({ id }) => {
      onClose();
      showDone(t('do.saved'));
      await changed();
      if (!read) await navigate({ to: pagePath(`/contact-persons/${id}`) });
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {!isOwn && <TextInput label={t('field.name')} autoComplete="off" data-autofocus {...form.getInputProps('name')} />}
        <TextInput
          label={t('field.jobTitle')}
          autoComplete="off"
          {...(isOwn ? { 'data-autofocus': true } : {})}
          {...form.getInputProps('title')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <TextInput label={t('field.phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
        </SimpleGrid>
        <LanguagePicker {...form.getInputProps('languages')} />
        <MunicipalitiesPicker options={municipalities.options} first={municipalities.first} {...form.getInputProps('municipalities')} />
        {!isOwn && (
          <Select
            label={t('field.partner')}
            description={t('profile.partnerHint')}
            data={partners.map(({ id, name }) => ({ value: id, label: name }))}
            allowDeselect={false}
            {...form.getInputProps('partnerId')}
          />
        )}
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
