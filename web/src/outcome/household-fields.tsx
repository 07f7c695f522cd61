/** A household that settled: who they are, where they came from, how they live. */
import { Group, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { HOME_MUNICIPALITY, RESIDENCES } from '../../../src/lead/outcome.schema.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { CountryPicker } from '../ui/country-picker.tsx';
import { MunicipalityPicker } from '../ui/municipality-picker.tsx';
import { CountStepper } from './count-stepper.tsx';
import type { OutcomeValues } from './outcome-form.ts';

export function HouseholdFields({ form }: { form: UseFormReturnType<OutcomeValues> }) {
  const { t } = useTranslation('outcome');
  const municipalities = useMunicipalities();
  const { adults, children, fromCountry, residence, homeMunicipality } = form.values;
  return (
    <>
      <Group gap="xl" align="start">
        <CountStepper
          label={t('field.adults')}
          value={adults}
          onChange={(value) => form.setFieldValue('adults', value)}
          error={form.errors['adults']}
        />
        <CountStepper
          label={t('field.children')}
          value={children}
          onChange={(value) => form.setFieldValue('children', value)}
          error={form.errors['children']}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <CountryPicker
          label={t('fromCountry')}
          clearable
          clearButtonProps={{ 'aria-label': t('do.clear') }}
          {...form.getInputProps('fromCountry')}
        />
        {fromCountry === 'FI' && (
          <MunicipalityPicker
            label={t('fromMunicipality')}
            options={municipalities.options}
            clearable
            clearButtonProps={{ 'aria-label': t('do.clear') }}
            {...form.getInputProps('fromMunicipality')}
          />
        )}
      </SimpleGrid>
      <ChoiceChips
        label={t('field.residence')}
        choices={RESIDENCES.map((value) => ({ value, label: t(`residence.${value}`) }))}
        value={residence}
        onChange={(value) => form.setFieldValue('residence', value as (typeof RESIDENCES)[number])}
      />
      <ChoiceChips
        label={t('field.homeMunicipality')}
        choices={HOME_MUNICIPALITY.map((value) => ({ value, label: t(`is.${value}`) }))}
        value={homeMunicipality}
        onChange={(value) => form.setFieldValue('homeMunicipality', value as (typeof HOME_MUNICIPALITY)[number])}
      />
    </>
  );
}
