/** One list of the region's own words: added at its end, archived with an undo, brought back. */
import { Button, Group, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { api, apiKey, apiQuery } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { zodForm } from '../app/zod-form.ts';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { showFailed, showUndo } from '../ui/toast.tsx';
import classes from './settings.module.css';

/** What channels and options have in common. */
const Line = z.object({ key: z.string(), label: z.string().nullable(), archived: z.boolean() });
const Lines = pageOf(Line);
const NewLine = z.strictObject({ label: z.string().trim().min(2).max(60) });

interface Props {
  path: '/channels' | '/lost-reasons' | '/heard-from-options';
  title: string;
  /** Where the catalogue names those that every region has. */
  known?: string;
}

export function OptionList({ path, title, known }: Props) {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const address = regionPath(path);
  const { data, error, refetch } = useQuery(apiQuery(address, Lines));
  const changed = () => queryClient.invalidateQueries({ queryKey: apiKey(address) });
  const restore = useMutation({
    mutationFn: (key: string) => api.post(`${address}/${key}/restore`, {}),
    onError: showFailed,
    onSuccess: changed,
  });
  const archive = useMutation({
    mutationFn: ({ key }: z.infer<typeof Line>) => api.delete(`${address}/${key}`),
    onError: showFailed,
    onSuccess: async (_, { key, label }) => {
      await changed();
      showUndo(t('lists.archived', { label }), () => restore.mutateAsync(key));
    },
  });
  return (
    <Panel title={title}>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      <ul className={classes.list}>
        {data?.items.map((line) => (
          <li key={line.key} className={classes.line}>
            <span className={line.archived ? classes.gone : undefined}>{line.label ?? t(`${known}.${line.key}`)}</span>
            {line.label !== null &&
              (line.archived ? (
                <Button
                  variant="subtle"
                  size="sm"
                  aria-label={t('lists.restoreOne', { label: line.label })}
                  onClick={() => restore.mutate(line.key)}
                >
                  {t('lists.restore')}
                </Button>
              ) : (
                <Button
                  variant="subtle"
                  size="sm"
                  aria-label={t('lists.archiveOne', { label: line.label })}
                  onClick={() => archive.mutate(line)}
                >
                  {t('lists.archive')}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      <AddLine address={address} title={title} onAdded={changed} />
    </Panel>
  );
}

function AddLine({ address, title, onAdded }: { address: string; title: string; onAdded: () => Promise<void> }) {
  const { t } = useTranslation('settings');
  const form = useForm({ initialValues: { label: '' }, validate: zodForm(NewLine) });
  const problems = useFormProblems(form);
  const add = useMutation({
    mutationFn: (values: z.infer<typeof NewLine>) => api.post(address, values),
    onError: problems.show,
    onSuccess: async () => {
      form.reset();
      await onAdded();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    add.mutate(values);
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" wrap="nowrap" gap="xs">
        <TextInput
          aria-label={t('lists.new', { list: title })}
          placeholder={t('lists.placeholder')}
          style={{ flex: 1 }}
          {...form.getInputProps('label')}
        />
        <SavingButton variant="default" saving={add.isPending}>
          {t('do.add')}
        </SavingButton>
      </Group>
      <Problem error={problems.general} />
    </form>
  );
}
