/** For which municipalities: the region's own as chips, any other behind the plus. */
import { Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMunicipalities } from '../app/municipalities.ts';
import { ChipButton } from '../lead/chip-button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { MunicipalitiesPicker } from '../ui/municipality-picker.tsx';

interface Props {
  value: string[];
  onChange: (codes: string[]) => void;
  error: ReactNode;
}

/** More than these are searched rather than seen. */
const few = 10;

export function MunicipalitiesField({ value, onChange, error }: Props) {
  const { t } = useTranslation('activity');
  const { options, first, name } = useMunicipalities();
  const [opened, setOpened] = useState(false);
  if (first.length > few) return <MunicipalitiesPicker options={options} first={first} value={value} onChange={onChange} error={error} />;
  const codes = [...first, ...value.filter((code) => !first.includes(code))];
  return (
    <ChoiceChips
      multiple
      label={t('field.municipalities')}
      choices={codes.map((code) => ({ value: code, label: name(code) ?? code }))}
      value={value}
      onChange={onChange}
      error={error}
    >
      <Popover opened={opened} onChange={setOpened} width={280} position="bottom-start" shadow="md" radius="lg" trapFocus returnFocus>
        <Popover.Target>
          <ChipButton aria-label={t('form.moreMunicipalities')} onClick={() => setOpened(!opened)}>
            <IconPlus size={17} aria-hidden />
          </ChipButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('form.moreMunicipalities')}>
          <MunicipalitiesPicker
            options={options}
            first={first}
            value={value}
            onChange={onChange}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
        </Popover.Dropdown>
      </Popover>
    </ChoiceChips>
  );
}
