/** The pipelines: the steps a lead goes through, named and ordered by the region. */
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PIPELINE_TEMPLATES, Pipeline } from '../../../src/lead/pipeline.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { api, apiKey, apiQuery } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useRegion } from '../app/region.tsx';
import { confirmed } from '../ui/confirm.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { showFailed } from '../ui/toast.tsx';
import { PipelineForm } from './pipeline-form.tsx';
import { SettingsFrame } from './settings-frame.tsx';

const Pipelines = pageOf(Pipeline);

export function PipelinesPage() {
  const { t } = useTranslation('settings');
  const { regionPath } = useRegion();
  const address = regionPath('/pipelines');
  const { data, error, refetch } = useQuery(apiQuery(address, Pipelines));
  const changed = () => queryClient.invalidateQueries({ queryKey: apiKey(regionPath('')) });
  const switchOn = useMutation({
    mutationFn: (template: string) => api.post(address, { template }, Pipeline),
    onError: showFailed,
    onSuccess: changed,
  });
  const missing = data
    ? PIPELINE_TEMPLATES.filter((template) => !data.items.some(({ key, archived }) => key === template && !archived))
    : [];
  const add = async (template: (typeof PIPELINE_TEMPLATES)[number]) => {
    const warned =
      template !== 'interpreter' ||
      (await confirmed({ title: t('pipeline.interpreter'), text: t('pipelines.warning'), confirm: t('pipelines.switchOn') }));
    if (warned) switchOn.mutate(template);
  };
  return (
    <SettingsFrame page="pipelines">
      <Stack gap={18}>
        {error && <Problem error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height={360} radius="md" />}
        {data?.items
          .filter(({ archived }) => !archived)
          .map((pipeline) => (
            <PipelineForm
              key={`${pipeline.id} ${JSON.stringify(pipeline.stages)} ${pipeline.label}`}
              pipeline={pipeline}
              address={address}
              onSaved={changed}
            />
          ))}
        {missing.length > 0 && (
          <Panel title={t('pipelines.more')}>
            <Group gap="sm">
              {missing.map((template) => (
                <Button key={template} variant="default" loading={switchOn.isPending} onClick={() => void add(template)}>
                  {t('pipelines.add', { name: t(`pipeline.${template}`) })}
                </Button>
              ))}
            </Group>
          </Panel>
        )}
      </Stack>
    </SettingsFrame>
  );
}
