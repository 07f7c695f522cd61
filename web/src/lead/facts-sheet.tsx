/** Corrects the facts of a lead; its creation can be moved back. */
import { Select, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AGE_CLASSES, Lead, LeadChange } from '../../../src/lead/lead.schema.ts';
import { INTENTS, type Intent } from '../../../src/lead/pipeline.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { type Format, useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { zodForm } from '../app/zod-form.ts';
import { instantOf } from '../app/zone-time.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { CountryPicker } from '../ui/country-picker.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { MunicipalityPicker } from '../ui/municipality-picker.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import { changesOf } from './changes.ts';
import { LanguageSelect } from './language-select.tsx';
import { useHeardFrom, usePipelines } from './lead-options.ts';
import type { ReadLead } from './lead-query.ts';

interface Props {
  read: ReadLead;
  opened: boolean;
  onClose: () => void;
}

const valuesOf = (lead: Lead, format: Format) => ({
  intent: lead.intent,
  municipality: lead.municipality,
  language: lead.language,
  origin: lead.origin,
  ageClass: lead.ageClass,
  heardFrom: lead.heardFrom,
  pipeline: lead.pipeline,
  on: format.dayOf(lead.createdAt) as string | null,
});
type Values = ReturnType<typeof valuesOf>;

export function FactsSheet({ read, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('facts.edit')} long size={600}>
      <FactsForm read={read} onClose={onClose} />
    </Sheet>
  );
}

function FactsForm({ read: { value: lead, etag }, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const municipalities = useMunicipalities();
  const heard = useHeardFrom();
  const pipelines = usePipelines();
  const { regionPath, timeZone } = useRegion();
  const changed = useRegionChanged();
  const before = valuesOf(lead, format);
  const changeOf = (values: Values): LeadChange => {
    const { on, ...facts } = changesOf(before, values);
    return { ...facts, ...(on ? { createdAt: instantOf(on, timeZone) } : {}) };
  };
  const form = useForm<Values>({ initialValues: before, validate: (values) => zodForm<unknown>(LeadChange)(changeOf(values)) });
  const problems = useFormProblems(form, { createdAt: 'on' });
  const save = useMutation({
    mutationFn: (change: LeadChange) => api.patch(regionPath(`/leads/${lead.id}`), change, Lead, { ifMatch: etag }),
    onError: async (error) => {
      problems.show(error);
      await changed();
    },
    onSuccess: async () => {
      onClose();
      showDone(t('do.saved'));
      await changed();
    },
  });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('do.clear') } };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        problems.clear();
        save.mutate(changeOf(values));
      }, problems.invalid)}
    >
      <Stack gap="lg">
        <ChoiceChips
          label={t('field.intent')}
          choices={INTENTS.map((value) => ({ value, label: t(`intent.${value}`) }))}
          value={form.values.intent}
          onChange={(intent) => form.setFieldValue('intent', intent as Intent)}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <MunicipalityPicker
            label={t('wantsTo')}
            options={municipalities.options}
            first={municipalities.first}
            {...clear}
            {...form.getInputProps('municipality')}
          />
          <LanguageSelect label={t('firstLanguage')} {...clear} {...form.getInputProps('language')} />
          <CountryPicker label={t('origin')} {...clear} {...form.getInputProps('origin')} />
          <Select
            label={t('ageClass')}
            data={AGE_CLASSES.map((value) => ({ value, label: t(`age.${value}`) }))}
            {...clear}
            {...form.getInputProps('ageClass')}
          />
          <Select
            label={t('field.pipeline')}
            description={t('facts.pipelineHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            data={pipelines.all.map(({ key, label }) => ({ value: key, label }))}
            allowDeselect={false}
            {...form.getInputProps('pipeline')}
          />
          <DayInput
            label={t('field.created')}
            description={t('facts.createdHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            maxDate={format.dayOf()}
            {...form.getInputProps('on')}
          />
        </SimpleGrid>
        <ChoiceChips
          multiple
          label={t('word.heardFrom')}
          choices={heard.choices}
          value={form.values.heardFrom}
          onChange={(value) => form.setFieldValue('heardFrom', value)}
          error={form.errors['heardFrom']}
        />
        <Problem error={problems.general} />
        <SheetActions>
          <SavingButton saving={save.isPending} />
        </SheetActions>
      </Stack>
    </form>
  );
}
