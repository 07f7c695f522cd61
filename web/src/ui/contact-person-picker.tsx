/** Chooses a contact person by face, name and languages; those who fit best stand first. */
import { Group, Select, type SelectProps } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { Initials } from './initials.tsx';
import classes from './contact-person-picker.module.css';
import { Tag } from './tag.tsx';

export interface ContactPersonOption {
  id: string;
  name: string;
  title?: string | null;
  photo?: string | null;
  languages?: readonly string[];
  /** Away today, perhaps with a substitute. */
  away?: boolean;
}

interface Props extends Omit<SelectProps, 'data' | 'renderOption'> {
  options: readonly ContactPersonOption[];
  /** Ids to offer first, e.g. those who speak for the municipality. */
  suggested?: readonly string[];
}

export function ContactPersonPicker({ options, suggested = [], ...props }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const item = ({ id, name }: ContactPersonOption) => ({ value: id, label: name });
  const groups = [
    { group: t('picker.suggested'), items: options.filter(({ id }) => suggested.includes(id)).map(item) },
    { group: t('picker.others'), items: options.filter(({ id }) => !suggested.includes(id)).map(item) },
  ].filter(({ items }) => items.length > 0);
  const chosen = options.find(({ id }) => id === props.value);
  return (
    <Select
      label={t('field.contactPerson')}
      placeholder={t('picker.searchPerson')}
      leftSection={chosen ? <Initials name={chosen.name} size={26} {...(chosen.photo ? { photo: chosen.photo } : {})} /> : undefined}
      {...props}
      data={suggested.length > 0 ? groups : options.map(item)}
      searchable
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      nothingFoundMessage={t('picker.nothing')}
      renderOption={({ option, checked }) => {
        const person = options.find(({ id }) => id === option.value);
        if (!person) return option.label;
        const facts = [person.title, person.languages?.map(format.language).join(', ')].filter(Boolean).join(' · ');
        return (
          <Group gap={10} wrap="nowrap" w="100%">
            <Initials name={person.name} size={34} {...(person.photo ? { photo: person.photo } : {})} />
            <span className={classes.words}>
              {person.name} {person.away && <Tag tone="warm">{t('picker.away')}</Tag>}
              {facts && <small>{facts}</small>}
            </span>
            {checked && <IconCheck size={16} aria-hidden />}
          </Group>
        );
      }}
    />
  );
}
