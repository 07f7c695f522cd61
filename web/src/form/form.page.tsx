/** One contact form: how it gets around, how many wrote through it, and its settings beside its page. */
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Form, type FormChange } from '../../../src/capture/form.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { showDone, showFailed, showUndo } from '../ui/toast.tsx';
import { FormEditor, type ReadForm } from './form-editor.tsx';
import { valuesOf } from './form-values.ts';
import { SharePanel } from './share-panel.tsx';

const route = getRouteApi('/r/$region/forms/$id');

export function ContactFormPage() {
  const { t } = useTranslation('form');
  const { id } = route.useParams();
  const { regionPath } = useRegion();
  const path = regionPath(`/forms/${id}`);
  const { data, error, refetch } = useQuery({
    queryKey: [...apiKey(path), 'tagged'],
    queryFn: ({ signal }) => api.getTagged(path, Form, { signal }),
  });
  if (data) return <ContactForm read={data} />;
  return (
    <>
      <PageHeader title={t('nav.forms')} />
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton height={420} radius="md" />}
    </>
  );
}

function ContactForm({ read }: { read: ReadForm }) {
  const { t } = useTranslation('form');
  const { pagePath, may } = useRegion();
  const form = read.value;
  // A new lead or photo changes the form, too, but takes nothing away from who is writing.
  const initial = valuesOf(form);
  return (
    <>
      <PageHeader
        crumb={<PageLink to={pagePath('/forms')}>{t('nav.forms')}</PageLink>}
        title={form.title}
        sentence={t('wrote', { count: form.leads })}
        meta={form.paused && <Tag tone="warm">{t('paused')}</Tag>}
        actions={may('form.write') && <Actions form={form} />}
      />
      <Stack gap={18}>
        <SharePanel form={form} />
        {may('form.write') && (
          <FormEditor key={JSON.stringify(initial)} read={read} initial={initial} onSaved={() => showDone(t('do.saved'))} />
        )}
      </Stack>
    </>
  );
}

function Actions({ form }: { form: Form }) {
  const { t } = useTranslation('form');
  const { regionPath, pagePath } = useRegion();
  const changed = useRegionChanged();
  const navigate = useNavigate();
  const put = async (change: FormChange) => {
    await api.patch(regionPath(`/forms/${form.id}`), change, Form);
    await changed();
  };
  const pause = useMutation({ mutationFn: () => put({ paused: !form.paused }), onError: showFailed });
  const archive = useMutation({
    mutationFn: () => put({ archived: true }),
    onError: showFailed,
    onSuccess: async () => {
      showUndo(t('archived'), () => put({ archived: false }));
      await navigate({ to: pagePath('/forms') });
    },
  });
  return (
    <Group gap="xs">
      <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate()}>
        {form.paused ? t('resume') : t('pause')}
      </Button>
      <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
        {t('archive')}
      </Button>
    </Group>
  );
}
