/** Registers an activity in under a minute: a new one, another like one that is there, or one more channel of a campaign. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useRegion } from '../app/region.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { type ActivityValues, another, emptyActivity, nextPart } from './activity-form.ts';
import { activityQuery } from './activity-query.ts';
import { useActivityForm } from './use-activity-form.ts';

const route = getRouteApi('/r/$region/activities/new');

export function NewActivityPage() {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { regionPath } = useRegion();
  const { like, parent } = route.useSearch();
  const source = parent ?? like;
  const { data, error, refetch } = useQuery({ ...activityQuery(regionPath(`/activities/${source}`)), enabled: source !== undefined });
  if (source === undefined)
    return <Form key="new" initial={emptyActivity(format.dayOf())} draft="new activity" title={t('nav.newActivity')} />;
  if (error) {
    return (
      <>
        <PageHeader title={t('nav.newActivity')} />
        <Problem error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <PageLoading />;
  if (parent) {
    const title = t('form.newPart', { campaign: data.value.title });
    return <Form key={parent} initial={nextPart(data.value)} draft={`part of ${parent}`} title={title} parentId={parent} />;
  }
  return <Form key={like} initial={another(data.value, format.dayOf())} draft={`like ${like}`} title={t('nav.newActivity')} />;
}

function Form({ title, parentId, ...start }: { initial: ActivityValues; draft: string; title: string; parentId?: string }) {
  const { t } = useTranslation('activity');
  const state = useActivityForm({ ...start, parentId, saved: t('do.saved') });
  return <ActivityFields state={state} title={title} mode={parentId ? 'part' : 'new'} />;
}
