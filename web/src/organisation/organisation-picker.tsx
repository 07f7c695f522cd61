/** Chooses an organisation while one types its name; a name that nobody knows yet becomes a new one. */
import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Organisation, type OrganisationRef } from '../../../src/organisation/organisation.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

/** A known one with its id, or the name of a new one. */
export interface OrganisationChoice {
  id: string | null;
  name: string;
}

/** The choice as the API takes it; undefined while nothing is chosen. */
export function organisationRef(choice: OrganisationChoice | null): OrganisationRef | undefined {
  if (!choice?.name.trim()) return undefined;
  return choice.id ? { id: choice.id } : { name: choice.name.trim() };
}

const page = pageOf(Organisation);

interface Props extends Omit<AutocompleteProps, 'value' | 'onChange' | 'data'> {
  value?: OrganisationChoice | null;
  onChange: (choice: OrganisationChoice | null) => void;
}

export function OrganisationPicker({ value, onChange, ...props }: Props) {
  const { t } = useTranslation();
  const { regionPath } = useRegion();
  const text = value?.name ?? '';
  const [asked] = useDebouncedValue(text.trim(), 250);
  const { data } = useQuery({
    ...apiQuery(regionPath('/organisations'), page, { q: asked, limit: 20 }),
    placeholderData: keepPreviousData,
  });
  const found = data?.items ?? [];
  const same = (name: string) => found.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const isNew = text.trim() !== '' && asked === text.trim() && data !== undefined && !same(text) && !value?.id;
  return (
    <Autocomplete
      label={t('word.organisation')}
      placeholder={t('picker.searchOrganisation')}
      description={isNew ? t('picker.newOrganisation') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      {...props}
      data={[...new Set(found.map(({ name }) => name))]}
      filter={({ options }) => options}
      value={text}
      onChange={(name) => onChange(name ? { id: same(name)?.id ?? null, name } : null)}
    />
  );
}
