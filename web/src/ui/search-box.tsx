/** Searches while one types, after a short rest; Escape empties it. */
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** What is searched, for readers and as placeholder. */
  label: string;
}

export function SearchBox({ value, onChange, label }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  const later = useDebouncedCallback(onChange, 300);
  const change = (next: string) => {
    setTyped(next);
    later(next);
  };
  return (
    <TextInput
      className="no-print"
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && change('')}
      leftSection={<IconSearch size={17} aria-hidden />}
      rightSection={typed ? <CloseButton size="sm" aria-label={t('do.clear')} onClick={() => change('')} /> : null}
      w={{ base: '100%', xs: 280 }}
    />
  );
}
