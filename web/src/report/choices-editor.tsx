/** Ticks several of some; many of them are searched. */
import { Checkbox, Stack, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filters.module.css';

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Searches elsewhere than in what is already here. */
  onSearch?: (text: string) => void;
}

const SHORT = 9;
const SHOWN = 60;

export function ChoicesEditor({ label, choices, value, onChange, onSearch }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  // What was chosen when this opened stands first, and stays there while one ticks.
  const [chosen] = useState(value);
  const fits = (one: Choice) => chosen.includes(one.value) || onSearch || one.label.toLowerCase().includes(text.trim().toLowerCase());
  const shown = [
    ...choices.filter((one) => chosen.includes(one.value)),
    ...choices.filter((one) => !chosen.includes(one.value) && fits(one)),
  ];
  const search = (next: string) => {
    setText(next);
    onSearch?.(next);
  };
  return (
    <Stack gap={8}>
      {(onSearch || choices.length > SHORT) && (
        <TextInput
          type="search"
          aria-label={`${t('do.search')}: ${label}`}
          placeholder={t('do.search')}
          value={text}
          onChange={(event) => search(event.currentTarget.value)}
          leftSection={<IconSearch size={16} aria-hidden />}
          data-autofocus
        />
      )}
      <Checkbox.Group aria-label={label} value={[...value]} onChange={onChange}>
        <div className={classes.choices}>
          {shown.slice(0, SHOWN).map((choice) => (
            <Checkbox key={choice.value} value={choice.value} label={choice.label} py={5} />
          ))}
        </div>
      </Checkbox.Group>
      {shown.length === 0 && <p className={classes.hint}>{t('picker.nothing')}</p>}
      {shown.length > SHOWN && <p className={classes.hint}>{t('list.shown', { shown: SHOWN, total: shown.length })}</p>}
    </Stack>
  );
}
