/** The region itself: its name, municipalities and limits; further regions and the end of the demo for the operator. */
import { NumberInput, Select, SimpleGrid, Skeleton, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Region, RegionChange } from '../../../src/region/region.schema.ts';
import { api, apiKey, apiQuery } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { sessionQuery } from '../app/session.ts';
import { zodForm } from '../app/zod-form.ts';
import { MunicipalitiesPicker } from '../ui/municipality-picker.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { showDone } from '../ui/toast.tsx';
import { ColorField } from './color-field.tsx';
import { DemoEnd } from './demo-end.tsx';
import { SettingsFrame } from './settings-frame.tsx';

export function RegionSettingsPage() {
  const { t } = useTranslation('settings');
  const { regionPath, demo, user } = useRegion();
  const { data, error, refetch } = useQuery(apiQuery(regionPath(''), Region));
  return (
    <SettingsFrame page="region">
      <Stack gap={18}>
        <Panel title={t('region.facts')}>
          {data ? (
            <RegionForm region={data} />
          ) : error ? (
            <Problem error={error} onRetry={() => void refetch()} />
          ) : (
            <Skeleton height={320} />
          )}
        </Panel>
        {demo && user.operator && <DemoEnd />}
      </Stack>
    </SettingsFrame>
  );
}

function RegionForm({ region }: { region: Region }) {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const municipalities = useMunicipalities();
  const {
    name,
    locale,
    timeZone,
    municipalities: codes,
    smallNumber,
    retentionMonths,
    responseDays,
    visitorHash,
    followUpsByMail,
    color,
  } = region;
  const form = useForm({
    initialValues: {
      name,
      locale,
      timeZone,
      municipalities: codes,
      smallNumber: smallNumber as number | string,
      retentionMonths: retentionMonths as number | string,
      responseDays: responseDays as number | string,
      visitorHash,
      followUpsByMail,
      color: color ?? '',
    },
    validate: zodForm(RegionChange),
  });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.patch(regionPath(''), { ...values, color: values.color || null }, Region),
    onError: problems.show,
    onSuccess: async () => {
      showDone(t('do.saved'));
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: apiKey(regionPath('')) }),
        queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]);
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <TextInput label={t('region.name')} {...form.getInputProps('name')} />
        <MunicipalitiesPicker options={municipalities.options} {...form.getInputProps('municipalities')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('region.locale')}
            allowDeselect={false}
            data={[
              { value: 'fi', label: 'Suomi' },
              { value: 'sv', label: 'Svenska' },
              { value: 'en', label: 'English' },
            ]}
            {...form.getInputProps('locale')}
          />
          <Select
            label={t('region.timeZone')}
            searchable
            allowDeselect={false}
            data={timeZones(timeZone)}
            {...form.getInputProps('timeZone')}
          />
        </SimpleGrid>
        <NumberInput
          label={t('region.smallNumber')}
          description={t('region.smallNumberHint')}
          min={2}
          max={50}
          {...form.getInputProps('smallNumber')}
        />
        <NumberInput
          label={t('region.retention')}
          description={t('region.retentionHint')}
          min={1}
          max={120}
          {...form.getInputProps('retentionMonths')}
        />
        <NumberInput
          label={t('region.responseDays')}
          description={t('region.responseDaysHint')}
          min={1}
          max={10}
          {...form.getInputProps('responseDays')}
        />
        <Switch
          label={t('region.followUpsByMail')}
          description={t('region.followUpsByMailHint')}
          {...form.getInputProps('followUpsByMail', { type: 'checkbox' })}
        />
        <Switch
          label={t('region.visitorHash')}
          description={t('region.visitorHashHint')}
          {...form.getInputProps('visitorHash', { type: 'checkbox' })}
        />
        <ColorField {...form.getInputProps('color')} />
        <Problem error={problems.general} />
        <div>
          <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
        </div>
      </Stack>
    </form>
  );
}

const timeZones = (present: string) => [...new Set([present, 'Europe/Helsinki', ...Intl.supportedValuesOf('timeZone')])];
