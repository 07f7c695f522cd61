/** A small number under the thumb: fewer, the number, more. */
import { ActionIcon, Group, Input, NumberInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  error?: ReactNode;
}

export function CountStepper({ label, value, onChange, min = 0, max = 30, error }: Props) {
  const { t } = useTranslation('outcome');
  const id = useId();
  const set = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  return (
    <Input.Wrapper label={label} id={id} error={error}>
      <Group gap={6} wrap="nowrap">
        <ActionIcon
          variant="default"
          size="xl"
          aria-label={t('fewer', { what: label })}
          disabled={value <= min}
          onClick={() => set(value - 1)}
        >
          <IconMinus size={18} aria-hidden />
        </ActionIcon>
        <NumberInput
          id={id}
          w={68}
          hideControls
          clampBehavior="strict"
          allowNegative={false}
          allowDecimal={false}
          min={min}
          max={max}
          value={value}
          error={Boolean(error)}
          styles={{ input: { textAlign: 'center', fontWeight: 600 } }}
          onChange={(next) => typeof next === 'number' && set(next)}
        />
        <ActionIcon
          variant="default"
          size="xl"
          aria-label={t('more', { what: label })}
          disabled={value >= max}
          onClick={() => set(value + 1)}
        >
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Input.Wrapper>
  );
}
