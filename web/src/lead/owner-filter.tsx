/** Whose leads: anyone's, mine, nobody's, or those of one contact person. */
import { Button, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { FilterChip } from '../ui/filter-chips.tsx';
import { useContactPersons } from './contact-persons.ts';

interface Props {
  value: string | undefined;
  onChange: (owner: string | undefined) => void;
}

export function OwnerFilter({ value, onChange }: Props) {
  const { t } = useTranslation('lead');
  const { contactPersonId } = useRegion();
  const persons = useContactPersons();
  const known = contactPersonId ? (['me', 'none'] as const) : (['none'] as const);
  const name = value === 'me' || value === 'none' ? t(`owner.${value}`) : persons.find(({ id }) => id === value)?.name;
  return (
    <FilterChip label={t('field.owner')} value={value ? (name ?? '…') : undefined} onClear={() => onChange(undefined)}>
      {(close) => {
        const choose = (owner: string | undefined) => {
          onChange(owner);
          close();
        };
        return (
          <Stack gap={6}>
            {known.map((one) => (
              <Button key={one} variant={value === one ? 'light' : 'subtle'} justify="start" onClick={() => choose(one)}>
                {t(`owner.${one}`)}
              </Button>
            ))}
            <Button variant={value ? 'subtle' : 'light'} justify="start" onClick={() => choose(undefined)}>
              {t('owner.anyone')}
            </Button>
            <Select
              label={t('owner.person')}
              placeholder={t('picker.searchPerson')}
              data={persons.map(({ id, name: label }) => ({ value: id, label }))}
              value={persons.some(({ id }) => id === value) ? (value ?? null) : null}
              onChange={(id) => id && choose(id)}
              searchable
              nothingFoundMessage={t('picker.nothing')}
              comboboxProps={{ withinPortal: false }}
            />
          </Stack>
        );
      }}
    </FilterChip>
  );
}
