/** One or several of a few, each a chip under the thumb: what she wants, where we met, which languages. */
import { Chip, Group, Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { ChoiceChip } from './choice-chip.tsx';

export interface Choice {
  value: string;
  label: ReactNode;
}

interface Shared {
  label: string;
  choices: readonly Choice[];
  error?: ReactNode;
  description?: ReactNode;
  /** The form's field, so that it can be found and focused when it is wrong. */
  path?: string;
  /** More ways, such as "Other…". */
  children?: ReactNode;
}

type Props = Shared &
  (
    | { multiple?: false; value: string | null; onChange: (value: string) => void }
    | { multiple: true; value: string[]; onChange: (value: string[]) => void }
  );

export function ChoiceChips({ label, choices, error, description, path, children, ...choice }: Props) {
  const id = useId();
  const chips = choices.map(({ value, label: words }) => (
    <ChoiceChip key={value} value={value}>
      {words}
    </ChoiceChip>
  ));
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      error={error}
      errorProps={{ mt: 6 }}
      description={description}
      descriptionProps={{ mb: 8 }}
    >
      <Group
        gap={8}
        role={choice.multiple ? 'group' : 'radiogroup'}
        aria-labelledby={id}
        {...(path ? { 'data-path': path, tabIndex: -1 } : {})}
      >
        {choice.multiple ? (
          <Chip.Group multiple value={choice.value} onChange={choice.onChange}>
            {chips}
          </Chip.Group>
        ) : (
          <Chip.Group value={choice.value} onChange={choice.onChange}>
            {chips}
          </Chip.Group>
        )}
        {children}
      </Group>
    </Input.Wrapper>
  );
}
