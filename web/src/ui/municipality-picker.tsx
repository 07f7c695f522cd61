/** Chooses a municipality, or several; those of the region stand first. */
import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface MunicipalityOption {
  code: string;
  name: string;
}

interface Options {
  options: readonly MunicipalityOption[];
  /** Codes to offer first: the region's own. */
  first?: readonly string[];
}

function useGroups({ options, first = [] }: Options) {
  const { t } = useTranslation();
  const item = ({ code, name }: MunicipalityOption) => ({ value: code, label: name });
  if (first.length === 0) return options.map(item);
  const own = options.filter(({ code }) => first.includes(code));
  const others = options.filter(({ code }) => !first.includes(code));
  const groups = [
    { group: t('word.region'), items: own.map(item) },
    { group: t('picker.others'), items: others.map(item) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

export function MunicipalityPicker({ options, first, ...props }: Options & Omit<SelectProps, 'data'>) {
  const { t } = useTranslation();
  const data = useGroups({ options, ...(first ? { first } : {}) });
  return (
    <Select
      placeholder={t('picker.searchMunicipality')}
      label={t('field.municipality')}
      {...props}
      data={data}
      searchable
      selectFirstOptionOnChange
      limit={60}
      nothingFoundMessage={t('picker.nothing')}
    />
  );
}

export function MunicipalitiesPicker({ options, first, ...props }: Options & Omit<MultiSelectProps, 'data'>) {
  const { t } = useTranslation();
  const data = useGroups({ options, ...(first ? { first } : {}) });
  const placeholder = props.value && props.value.length > 0 ? '' : t('picker.searchMunicipality');
  return (
    <MultiSelect
      placeholder={placeholder}
      label={t('field.municipalities')}
      {...props}
      data={data}
      searchable
      selectFirstOptionOnChange
      hidePickedOptions
      limit={60}
      nothingFoundMessage={t('picker.nothing')}
    />
  );
}
