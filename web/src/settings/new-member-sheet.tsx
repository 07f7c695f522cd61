/** Adds a member; without a password she gets a first one, which is shown this once. */
import { Alert, Button, CopyButton, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Member, NewMember } from '../../../src/contact/member.schema.ts';
import { api } from '../app/api.ts';
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
import { usePartners } from './partners.ts';
import { RoleBoxes } from './role-boxes.tsx';
import classes from './settings.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
}

export function NewMemberSheet({ opened, onClose }: Props) {
  const { t } = useTranslation('settings');
  const [made, setMade] = useState<Member | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Sheet opened={opened} onClose={close} title={t('members.add')} long size={560}>
      {made ? <FirstPassword member={made} onClose={close} /> : <NewMemberForm onClose={close} onMade={setMade} />}
    </Sheet>
  );
}

function FirstPassword({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <Stack gap="md">
      <Alert title={t('members.firstTitle', { name: member.name })}>{t('members.firstText', { email: member.email })}</Alert>
      <Group justify="space-between">
        <Text className={classes.secret}>{member.firstPassword}</Text>
        <CopyButton value={member.firstPassword ?? ''}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('do.copied') : t('do.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <SheetActions>
        <Button onClick={onClose}>{t('do.done')}</Button>
      </SheetActions>
    </Stack>
  );
}

const EMPTY = {
  name: '',
  email: '',
  roles: ['contact'] as string[],
  partnerId: null as string | null,
  title: '',
  phone: '',
  languages: ['fi'],
  municipalities: [] as string[],
};
type Values = typeof EMPTY;

const bodyOf = ({ title, phone, languages, municipalities, partnerId, ...member }: Values) => {
  const profile = withoutBlanks({ title, phone, languages, municipalities });
  return withoutBlanks({ ...member, partnerId: partnerId ?? '', ...(member.roles.includes('contact') ? { profile } : {}) });
};
/** The profile's fields stand in the form beside the member's. */
const NAMED = {
  'profile.title': 'title',
  'profile.phone': 'phone',
  'profile.languages': 'languages',
  'profile.municipalities': 'municipalities',
} as const;

function NewMemberForm({ onClose, onMade }: { onClose: () => void; onMade: (member: Member) => void }) {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const partners = usePartners();
  const municipalities = useMunicipalities();
  const form = useForm<Values>({
    initialValues: EMPTY,
    validate: (values) => {
      const errors = zodForm<unknown>(NewMember)(bodyOf(values));
      return Object.fromEntries(Object.entries(errors).map(([path, words]) => [NAMED[path as keyof typeof NAMED] ?? path, words]));
    },
  });
  const problems = useFormProblems(form, NAMED);
  const save = useMutation({
    mutationFn: (values: Values) => api.post(regionPath('/members'), bodyOf(values), Member),
    onError: problems.show,
    onSuccess: async (member) => {
      if (member.firstPassword) onMade(member);
      else {
        showDone(t('members.known', { name: member.name }));
        onClose();
      }
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
        <TextInput label={t('field.name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
        <TextInput label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <RoleBoxes {...form.getInputProps('roles')} />
        <Select
          label={t('field.partner')}
          description={t('members.partnerHint')}
          data={partners.options}
          clearable
          {...form.getInputProps('partnerId')}
        />
        {form.values.roles.includes('contact') && (
          <>
            <TextInput label={t('field.jobTitle')} autoComplete="off" {...form.getInputProps('title')} />
            <TextInput label={t('field.phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
            <LanguagePicker {...form.getInputProps('languages')} />
            <MunicipalitiesPicker options={municipalities.options} first={municipalities.first} {...form.getInputProps('municipalities')} />
          </>
        )}
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={save.isPending}>{t('members.add')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
