/** The filters of the list of leads, each a chip that the address keeps. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Activity } from '../../../src/activity/activity.schema.ts';
import { INTENTS } from '../../../src/lead/pipeline.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { FilterChip, FilterChips, ToggleChip } from '../ui/filter-chips.tsx';
import { frequentLanguages } from '../ui/language-picker.tsx';
import { ChoicesFilter } from './choices-filter.tsx';
import { usePipelines } from './lead-options.ts';
import type { LeadSearch } from './lead-search.ts';
import { OwnerFilter } from './owner-filter.tsx';

interface Props {
  search: LeadSearch;
  onChange: (change: Partial<LeadSearch>) => void;
}

const toggles = ['open', 'waiting', 'untouched'] as const;

export function LeadFilters({ search, onChange }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const municipalities = useMunicipalities();
  const pipelines = usePipelines();
  const ownFirst = [...municipalities.options].sort(
    (a, b) => Number(municipalities.first.includes(b.code)) - Number(municipalities.first.includes(a.code)),
  );
  return (
    <FilterChips>
      <OwnerFilter value={search.owner} onChange={(owner) => onChange({ owner })} />
      {toggles.map((key) => (
        <ToggleChip
          key={key}
          label={t(`filter.${key}`)}
          on={search[key] === true}
          onChange={(on) => onChange({ [key]: on || undefined })}
        />
      ))}
      <StageFilter search={search} onChange={onChange} />
      {pipelines.all.length > 1 && (
        <ChoicesFilter
          label={t('field.pipeline')}
          choices={pipelines.all.map(({ key, label }) => ({ value: key, label }))}
          value={search.pipeline ? [search.pipeline] : undefined}
          onChange={(chosen) => onChange({ pipeline: chosen?.at(-1), stage: undefined })}
        />
      )}
      <ChoicesFilter
        label={t('field.intent')}
        choices={INTENTS.map((value) => ({ value, label: t(`intent.${value}`) }))}
        value={search.intent}
        onChange={(intent) => onChange({ intent })}
      />
      <ChoicesFilter
        label={t('field.municipality')}
        choices={ownFirst.map(({ code, name }) => ({ value: code, label: name }))}
        value={search.municipality}
        onChange={(municipality) => onChange({ municipality })}
      />
      <ChoicesFilter
        label={t('field.language')}
        choices={frequentLanguages.map((code) => ({ value: code, label: format.language(code) }))}
        value={search.language}
        onChange={(language) => onChange({ language })}
      />
      <CreatedFilter search={search} onChange={onChange} />
      {search.activity && <ActivityFilter id={search.activity} onClear={() => onChange({ activity: undefined })} />}
    </FilterChips>
  );
}

/** The stages of the chosen pipeline, or of all: a step with the same key and name in several is one choice. */
function StageFilter({ search, onChange }: Props) {
  const { t } = useTranslation('lead');
  const pipelines = usePipelines();
  const asked = search.pipeline ? pipelines.all.filter(({ key }) => key === search.pipeline) : pipelines.all;
  const names = new Map<string, Set<string>>();
  for (const { key: pipeline } of asked) {
    for (const { key, label } of pipelines.stages(pipeline)) names.set(key, (names.get(key) ?? new Set()).add(label));
  }
  const won = names.get('won');
  names.delete('won');
  if (won) names.set('won', won.size > 1 ? new Set([t('stage.won')]) : won);
  names.set('lost', new Set([t('stage.lost')]));
  const choices = [...names].map(([value, labels]) => ({ value, label: [...labels].join(' / ') }));
  return <ChoicesFilter label={t('field.stage')} choices={choices} value={search.stage} onChange={(stage) => onChange({ stage })} />;
}

/** Came from a report: only those created in its period. */
function CreatedFilter({ search: { createdFrom, createdTo }, onChange }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  if (!createdFrom && !createdTo) return null;
  const days = createdFrom ? format.days(createdFrom, createdTo) : `–\u2009${format.day(createdTo ?? '')}`;
  return (
    <FilterChip label={t('filter.created')} value={days} onClear={() => onChange({ createdFrom: undefined, createdTo: undefined })}>
      {() => t('filter.createdHint')}
    </FilterChip>
  );
}

/** Came from an activity's page: only those who met it. */
function ActivityFilter({ id, onClear }: { id: string; onClear: () => void }) {
  const { t } = useTranslation('lead');
  const { regionPath } = useRegion();
  const { data } = useQuery(apiQuery(regionPath(`/activities/${id}`), Activity));
  return (
    <FilterChip label={t('word.activity')} value={data?.title ?? '…'} onClear={onClear}>
      {() => t('filter.activityHint')}
    </FilterChip>
  );
}
