/** Edits the parts of a record of processing; an emptied part goes back to what follows from the region. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProcessingRecord, RECORD_PARTS } from '../../../src/privacy/record.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { showDone } from '../ui/toast.tsx';
import { type RecordTexts, writtenParts } from './record-start.ts';

interface Props {
  path: string;
  texts: RecordTexts;
  /** What follows from the region. */
  start: RecordTexts;
  onClose: () => void;
}

export function RecordForm({ path, texts, start, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const form = useForm({ initialValues: { parts: texts } });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (parts: RecordTexts) => api.put(path, { parts: writtenParts(parts, start) }, ProcessingRecord),
    onError: problems.show,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: apiKey(path) });
      showDone(t('do.saved'));
      onClose();
    },
  });
  const submit = form.onSubmit(({ parts }) => {
    problems.clear();
    save.mutate(parts);
  });
  return (
    <Panel title={t('record.edit')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={760}>
          <Text size="sm" c="dimmed">
            {t('record.editHint')}
          </Text>
          {RECORD_PARTS.map((part) => (
            <Textarea
              key={part}
              label={t(`record.part.${part}`)}
              placeholder={start[part]}
              autosize
              minRows={2}
              maxRows={16}
              {...form.getInputProps(`parts.${part}`)}
            />
          ))}
          <Problem error={problems.general} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('do.cancel')}
            </Button>
            <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
