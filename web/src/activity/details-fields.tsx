/** What only some kinds know: who made a video; where, when and for how many a gathering is. */
import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountInput } from '../ui/number-inputs.tsx';
import { isGathering } from './kinds.ts';
import type { ActivityFormState } from './use-activity-form.ts';

export function DetailsFields({ form }: { form: ActivityFormState['form'] }) {
  const { t } = useTranslation('activity');
  const { kind } = form.values;
  if (kind === 'influencer_video') return <TextInput label={t('details.creator')} {...form.getInputProps('details.creator')} />;
  if (!isGathering(kind)) return null;
  return (
    <>
      <TextInput label={t('details.venue')} {...form.getInputProps('details.venue')} />
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="md">
        <TextInput type="time" label={t('details.startsAt')} {...form.getInputProps('details.startsAt')} />
        <TextInput type="time" label={t('details.endsAt')} {...form.getInputProps('details.endsAt')} />
        <CountInput label={t('details.capacity')} {...form.getInputProps('details.capacity')} />
      </SimpleGrid>
    </>
  );
}
