/** One of a few, each a line that is chosen by one press; the heading tells what they have in common. */
import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './option-list.module.css';

export interface Option<Value extends string> {
  value: Value;
  label: ReactNode;
  /** A smaller line under it. */
  note?: ReactNode;
}

interface Props<Value extends string> {
  label: string;
  options: readonly Option<Value>[];
  value: Value | undefined;
  onChoose: (value: Value) => void;
  /** Said to readers only. */
  quietLabel?: boolean;
  /** Which lines have something chosen in them already. */
  marked?: (value: Value) => boolean;
}

export function OptionList<Value extends string>({ label, options, value, onChoose, quietLabel = false, marked }: Props<Value>) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
    <div role="group" aria-labelledby={id} className={classes.group}>
      <p id={id} className={quietLabel ? 'hidden-visually' : classes.head}>
        {label}
      </p>
      {options.map((option) => (
        <UnstyledButton
          key={option.value}
          className={classes.option}
          {...(marked ? {} : { 'aria-pressed': option.value === value })}
          onClick={() => onChoose(option.value)}
        >
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
          {(option.value === value || marked?.(option.value)) && <IconCheck size={16} stroke={2.2} aria-hidden />}
        </UnstyledButton>
      ))}
    </div>
  );
}
