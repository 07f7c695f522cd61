/** The filters of the list of activities, each a chip that the address keeps. */
import { useTranslation } from 'react-i18next';
import { KINDS, type Kind } from '../../../src/activity/activity.schema.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { ChoicesFilter } from '../lead/choices-filter.tsx';
import { useAllContactPersons, useProgrammes } from '../report/region-lists.ts';
import { FilterChips, ToggleChip } from '../ui/filter-chips.tsx';
import type { ActivitySearch } from './activity-search.ts';
import { useChannelChoices } from './channels.ts';
import { PeriodFilter } from './period-filter.tsx';

interface Props {
  search: ActivitySearch;
  onChange: (change: Partial<ActivitySearch>) => void;
}

const first = <T,>(items: readonly T[], isFirst: (item: T) => boolean): T[] => [
  ...items.filter(isFirst),
  ...items.filter((item) => !isFirst(item)),
];

export function ActivityFilters({ search, onChange }: Props) {
  const { t } = useTranslation('activity');
  const { contactPersonId } = useRegion();
  const channels = useChannelChoices();
  const persons = useAllContactPersons().data?.items ?? [];
  const programmes = useProgrammes().data?.items ?? [];
  const municipalities = useMunicipalities();
  return (
    <FilterChips>
      <ChoicesFilter
        label={t('field.kind')}
        choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={search.kind}
        onChange={(kind) => onChange({ kind: kind as Kind[] | undefined })}
      />
      <ChoicesFilter
        label={t('field.channel')}
        choices={channels.all}
        value={search.channel}
        onChange={(channel) => onChange({ channel })}
      />
      <ChoicesFilter
        label={t('field.contactPerson')}
        choices={first(persons, ({ id }) => id === contactPersonId).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.contactPerson}
        onChange={(contactPerson) => onChange({ contactPerson })}
      />
      {(programmes.length > 0 || search.programme) && (
        <ChoicesFilter
          label={t('field.programme')}
          choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.programme}
          onChange={(programme) => onChange({ programme })}
        />
      )}
      <ChoicesFilter
        label={t('field.municipality')}
        choices={first(municipalities.options, ({ code }) => municipalities.first.includes(code)).map(({ code, name }) => ({
          value: code,
          label: name,
        }))}
        value={search.municipality}
        onChange={(municipality) => onChange({ municipality })}
      />
      <PeriodFilter from={search.from} to={search.to} onChange={onChange} />
      <ToggleChip label={t('filter.archived')} on={search.archived === true} onChange={(on) => onChange({ archived: on || undefined })} />
    </FilterChips>
  );
}
