/** One pipeline's name and steps: renamed in place, moved up and down, added before the last, left out. */
import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Pipeline, PipelineInput } from '../../../src/lead/pipeline.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { zodForm } from '../app/zod-form.ts';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { showDone } from '../ui/toast.tsx';

const MOST_STEPS = 8;

interface Props {
  pipeline: Pipeline;
  address: string;
  onSaved: () => Promise<void>;
}

export function PipelineForm({ pipeline, address, onSaved }: Props) {
  const { t } = useTranslation('settings');
  const form = useForm({
    initialValues: {
      label: pipeline.label,
      stages: pipeline.stages
        .filter(({ archived }) => !archived)
        .map(({ key, label }): { key?: string; label: string } => ({ key, label })),
    },
    validate: zodForm(PipelineInput),
  });
  const problems = useFormProblems(form);
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.put(`${address}/${pipeline.id}`, values, Pipeline),
    onError: problems.show,
    onSuccess: async () => {
      showDone(t('do.saved'));
      await onSaved();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  const { stages } = form.values;
  const last = stages.length - 1;
  return (
    <Panel title={pipeline.label} note={t('pipelines.note')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" maw={640}>
          <TextInput label={t('pipelines.name')} {...form.getInputProps('label')} />
          {stages.map((stage, at) => (
            <Group key={stage.key ?? `new ${at}`} gap={4} wrap="nowrap" align="flex-start">
              <TextInput
                aria-label={t('pipelines.step', { at: at + 1 })}
                style={{ flex: 1 }}
                {...form.getInputProps(`stages.${at}.label`)}
              />
              <ActionIcon
                size={44}
                variant="subtle"
                aria-label={t('pipelines.up', { label: stage.label })}
                disabled={at === 0 || at === last}
                onClick={() => form.reorderListItem('stages', { from: at, to: at - 1 })}
              >
                <IconArrowUp size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={44}
                variant="subtle"
                aria-label={t('pipelines.down', { label: stage.label })}
                disabled={at >= last - 1}
                onClick={() => form.reorderListItem('stages', { from: at, to: at + 1 })}
              >
                <IconArrowDown size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={44}
                variant="subtle"
                aria-label={t('pipelines.leaveOut', { label: stage.label })}
                disabled={at === last || stages.length <= 2}
                onClick={() => form.removeListItem('stages', at)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <Problem error={problems.general} />
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={stages.length >= MOST_STEPS}
              onClick={() => form.insertListItem('stages', { label: '' }, last)}
            >
              {t('pipelines.addStep')}
            </Button>
            <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
