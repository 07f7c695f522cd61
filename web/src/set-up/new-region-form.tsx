/** One's own region: its name and municipalities, and the first admin, who is signed in at once. */
import { Button, Card, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Session } from '../../../src/access/session.schema.ts';
import { MUNICIPALITIES } from '../../../src/platform/municipality.schema.ts';
import { SetUp } from '../../../src/region/region.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { MunicipalitiesPicker } from '../ui/municipality-picker.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import classes from './set-up.module.css';
import { slugOf } from './slug.ts';

interface Props {
  onMade: (session: Session) => void;
  onBack: () => void;
}

export function NewRegionForm({ onMade, onBack }: Props) {
  const { t, i18n } = useTranslation('set-up');
  const language = i18n.language === 'en' ? 'en' : 'fi';
  const form = useForm({
    initialValues: {
      region: { name: '', slug: '', locale: language as string, municipalities: [] as string[] },
      admin: { name: '', email: '', password: '' },
    },
    validate: zodForm(SetUp),
  });
  const problems = useFormProblems(form);
  const make = useMutation({
    mutationFn: (values: typeof form.values) => api.post('/setup', withoutBlanks(values), Session, { anonymous: true }),
    onSuccess: onMade,
    onError: problems.show,
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    make.mutate(values);
  }, problems.invalid);
  const nameIt = (name: string) => {
    const follows = form.values.region.slug === slugOf(form.values.region.name);
    form.setFieldValue('region.name', name);
    if (follows) form.setFieldValue('region.slug', slugOf(name));
  };

  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <Stack gap="xl">
          <fieldset className={classes.pair}>
            <legend className={classes.legend}>{t('own.region')}</legend>
            <Stack gap="md">
              <TextInput
                label={t('own.name')}
                autoComplete="organization"
                data-autofocus
                {...form.getInputProps('region.name')}
                onChange={(event) => nameIt(event.currentTarget.value)}
              />
              <TextInput
                label={t('own.slug')}
                description={t('own.slugHint', { address: `${location.origin}/r/` })}
                {...form.getInputProps('region.slug')}
              />
              <MunicipalitiesPicker
                options={MUNICIPALITIES.map(({ code, fi }) => ({ code, name: fi }))}
                description={t('own.municipalitiesHint')}
                {...form.getInputProps('region.municipalities')}
              />
              <Select
                label={t('own.locale')}
                description={t('own.localeHint')}
                allowDeselect={false}
                data={[
                  { value: 'fi', label: 'Suomi' },
                  { value: 'sv', label: 'Svenska' },
                  { value: 'en', label: 'English' },
                ]}
                {...form.getInputProps('region.locale')}
              />
            </Stack>
          </fieldset>
          <fieldset className={classes.pair}>
            <legend className={classes.legend}>{t('own.you')}</legend>
            <Stack gap="md">
              <TextInput label={t('own.yourName')} autoComplete="name" {...form.getInputProps('admin.name')} />
              <TextInput
                label={t('field.email')}
                type="email"
                autoComplete="username"
                inputMode="email"
                {...form.getInputProps('admin.email')}
              />
              <PasswordInput
                label={t('field.password')}
                description={t('own.passwordHint')}
                autoComplete="new-password"
                visibilityToggleButtonProps={{ 'aria-label': t('own.showPassword') }}
                {...form.getInputProps('admin.password')}
              />
            </Stack>
          </fieldset>
          <Problem error={problems.general} title={t('own.failed')} />
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {t('do.back')}
            </Button>
            <SavingButton type="submit" saving={make.isPending}>
              {t('own.make')}
            </SavingButton>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
