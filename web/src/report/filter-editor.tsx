/** The choices of one filter, as they stand in its chip. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityItem } from '../../../src/activity/activity.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { ChoicesEditor } from './choices-editor.tsx';
import { useActivityNames, useFilterChoices } from './filter-choices.ts';
import type { Filter } from './report-search.ts';
import { useReportView } from './report-view.tsx';

const activityPage = pageOf(ActivityItem);

export function FilterEditor({ filter }: { filter: Filter }) {
  return filter === 'activity' ? <ActivityEditor /> : <ListedEditor filter={filter} />;
}

function ListedEditor({ filter }: { filter: Exclude<Filter, 'activity'> }) {
  const { t } = useTranslation('report');
  const { search, change } = useReportView();
  const choices = useFilterChoices();
  return (
    <ChoicesEditor
      label={t(`filter.${filter}`)}
      choices={choices[filter]}
      value={search[filter] ?? []}
      onChange={(value) => change({ [filter]: value.length > 0 ? value : undefined })}
    />
  );
}

function ActivityEditor() {
  const { t } = useTranslation('report');
  const { regionPath } = useRegion();
  const { search, change } = useReportView();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const { data } = useQuery({
    ...apiQuery(regionPath('/activities'), activityPage, { q, limit: 30, sort: '-startsOn', parts: true }),
    placeholderData: keepPreviousData,
  });
  const chosen = useActivityNames(search.activity ?? []);
  const found = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <ChoicesEditor
      label={t('filter.activity')}
      choices={[...chosen, ...found.filter(({ value }) => !chosen.some((one) => one.value === value))]}
      value={search.activity ?? []}
      onChange={(value) => change({ activity: value.length > 0 ? value : undefined })}
      onSearch={setText}
    />
  );
}
