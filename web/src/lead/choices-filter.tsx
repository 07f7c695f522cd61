/** A filter of several values: ticked in a short list, searched in a long one. */
import { Checkbox, MultiSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { FilterChip } from '../ui/filter-chips.tsx';

interface Props {
  label: string;
  choices: readonly { value: string; label: string }[];
  value: readonly string[] | undefined;
  onChange: (value: string[] | undefined) => void;
}

const short = 9;

export function ChoicesFilter({ label, choices, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (one: string) => choices.find((choice) => choice.value === one)?.label ?? one;
  const set = (next: string[]) => onChange(next.length > 0 ? next : undefined);
  const shown = value.length > 2 ? `${value.slice(0, 2).map(name).join(', ')} +${value.length - 2}` : format.list(value.map(name));
  return (
    <FilterChip label={label} value={value.length > 0 ? shown : undefined} onClear={() => onChange(undefined)}>
      {() =>
        choices.length <= short ? (
          <Checkbox.Group aria-label={label} value={[...value]} onChange={set}>
            <Stack gap={2}>
              {choices.map((choice) => (
                <Checkbox key={choice.value} value={choice.value} label={choice.label} py={6} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : (
          <MultiSelect
            label={label}
            data={choices}
            value={[...value]}
            onChange={set}
            searchable
            hidePickedOptions
            limit={60}
            nothingFoundMessage={t('picker.nothing')}
            comboboxProps={{ withinPortal: false }}
          />
        )
      }
    </FilterChip>
  );
}
