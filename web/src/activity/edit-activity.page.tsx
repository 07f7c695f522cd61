/** Changes an activity; its kind stays, and its contact person changes by handing it over. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLoading } from '../app/page-loading.tsx';
import { useRegion } from '../app/region.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { valuesOf } from './activity-form.ts';
import { activityQuery, type ReadActivity } from './activity-query.ts';
import { useActivityForm } from './use-activity-form.ts';

const route = getRouteApi('/r/$region/activities/$id/edit');

export function EditActivityPage() {
  const { t } = useTranslation('activity');
  const { id } = route.useParams();
  const { regionPath } = useRegion();
  const { data, error, refetch, isFetchedAfterMount } = useQuery({ ...activityQuery(regionPath(`/activities/${id}`)), staleTime: 0 });
  if (data && isFetchedAfterMount) return <Form key={id} read={data} />;
  if (!error || (data && !isFetchedAfterMount)) return <PageLoading />;
  return (
    <>
      <PageHeader title={t('word.activity')} />
      <Problem error={error} onRetry={() => void refetch()} />
    </>
  );
}

function Form({ read }: { read: ReadActivity }) {
  const { t } = useTranslation('activity');
  // What is edited is the version that was opened, also when a newer one is read meanwhile.
  const [opened] = useState(read);
  const state = useActivityForm({ initial: valuesOf(opened.value), draft: `edit ${opened.value.id}`, read: opened, saved: t('do.saved') });
  return <ActivityFields state={state} title={t('form.edit', { title: opened.value.title })} mode="edit" />;
}
