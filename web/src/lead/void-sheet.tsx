/** Voids an entry of the story: it stays to be seen with the reason, and is not counted any more. */
import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type TimelineEntry, VoidInput } from '../../../src/lead/lead.schema.ts';
import { Voided } from '../../../src/lead/void.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { zodForm } from '../app/zod-form.ts';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

const paths: Partial<Record<TimelineEntry['type'], string>> = {
  touch: 'touches',
  stage: 'stage-changes',
  outcome: 'outcomes',
  follow_up: 'follow-up-answers',
};

interface Props {
  entry: TimelineEntry;
  opened: boolean;
  onClose: () => void;
}

export function VoidSheet({ entry, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const form = useForm<VoidInput>({ initialValues: { reason: '' }, validate: zodForm(VoidInput) });
  const problems = useFormProblems(form);
  const send = useMutation({
    mutationFn: (input: VoidInput) => api.post(regionPath(`/${paths[entry.type]}/${entry.id}/void`), input, Voided),
    onError: problems.show,
    onSuccess: async () => {
      onClose();
      showDone(t('void.done'));
      await changed();
    },
  });
  return (
    <Sheet opened={opened} onClose={onClose} title={t('void.title')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          problems.clear();
          send.mutate(values);
        }, problems.invalid)}
      >
        <Stack gap="md">
          <Text>{t(`void.${entry.type}`)}</Text>
          <TextInput label={t('void.reason')} data-autofocus autoComplete="off" {...form.getInputProps('reason')} />
          <Problem error={problems.general} />
          <SheetActions>
            <SavingButton saving={send.isPending} color="red">
              {t('do.void')}
            </SavingButton>
          </SheetActions>
        </Stack>
      </form>
    </Sheet>
  );
}
