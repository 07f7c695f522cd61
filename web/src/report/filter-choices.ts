/** What each filter offers, by name; whose results one may not ask for is not offered. */
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Activity, KINDS } from '../../../src/activity/activity.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { frequentLanguages, otherLanguages } from '../ui/language-picker.tsx';
import type { Choice } from './choices-editor.tsx';
import { FILTERS, type Filter } from './report-search.ts';
import { useAllContactPersons, useChannels, useProgrammes } from './region-lists.ts';

/** Activities are many: they are searched on the server. */
export type ListedFilter = Exclude<Filter, 'activity'>;

export function useFilterChoices(): Record<ListedFilter, readonly Choice[]> {
  const { t } = useTranslation('report');
  const format = useFormat();
  const municipalities = useMunicipalities();
  const programmes = useProgrammes().data?.items ?? [];
  const channels = useChannels().data?.items ?? [];
  const persons = usePersonChoices();
  const own = municipalities.options.filter(({ code }) => municipalities.first.includes(code));
  const others = municipalities.options.filter(({ code }) => !municipalities.first.includes(code));
  const languages = [...frequentLanguages, ...otherLanguages].map((code) => ({ value: code, label: format.language(code) }));
  return {
    programme: programmes.map(({ id, name }) => ({ value: id, label: name })),
    workPackage: programmes.flatMap(({ workPackages }) =>
      workPackages.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    ),
    municipality: [...own, ...others].map(({ code, name }) => ({ value: code, label: name })),
    kind: KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    channel: channels.map(({ key, label }) => ({ value: key, label: label ?? t(`channel.${key}`, { defaultValue: key }) })),
    contactPerson: persons,
    owner: persons,
    language: languages,
  };
}

/** Each contact person may ask for her own results; those who lead may ask for anybody's (and are told when there are too few). */
function usePersonChoices(): Choice[] {
  const { has, contactPersonId } = useRegion();
  const persons = useAllContactPersons().data?.items ?? [];
  const shown = has('manager', 'admin') ? persons : persons.filter(({ id }) => id === contactPersonId);
  return shown.map(({ id, name }) => ({ value: id, label: name }));
}

/** The filters that have anything to choose from. */
export const offered = (choices: Record<ListedFilter, readonly Choice[]>): Filter[] =>
  FILTERS.filter((filter) => filter === 'activity' || choices[filter].length > 0);

/** The titles of the activities that are chosen. */
export function useActivityNames(ids: readonly string[]): Choice[] {
  const { regionPath } = useRegion();
  const found = useQueries({ queries: ids.map((id) => apiQuery(regionPath(`/activities/${id}`), Activity)) });
  return ids.map((id, at) => ({ value: id, label: found[at]?.data?.title ?? '…' }));
}
