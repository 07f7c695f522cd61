/** Organisations that took part, added by name one after the other. */
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type OrganisationChoice, OrganisationPicker } from '../organisation/organisation-picker.tsx';
import classes from './activity.module.css';

interface Props {
  /** Those that are there already. */
  known: readonly { id: string; name: string }[];
  value: OrganisationChoice[];
  onChange: (organisations: OrganisationChoice[]) => void;
  pending: OrganisationChoice | null;
  onPending: (choice: OrganisationChoice | null) => void;
  error: ReactNode;
}

export function OrganisationsField({ known, value, onChange, pending, onPending, error }: Props) {
  const { t } = useTranslation('activity');
  const isThere = (name: string) => [...known, ...value].some((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const add = () => {
    if (!pending?.name.trim()) return;
    if (!isThere(pending.name)) onChange([...value, { ...pending, name: pending.name.trim() }]);
    onPending(null);
  };
  return (
    <Stack gap={6}>
      <Group gap={8} align="end" wrap="nowrap">
        <OrganisationPicker
          label={t('attendance.addOrganisation')}
          value={pending}
          onChange={onPending}
          error={error}
          style={{ flex: 1 }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !pending?.name.trim()) return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" onClick={add} disabled={!pending?.name.trim()}>
          {t('do.add')}
        </Button>
      </Group>
      {value.length > 0 && (
        <ul className={classes.rows}>
          {value.map((choice) => (
            <li key={choice.name}>
              <b>{choice.name}</b>
              <ActionIcon
                variant="subtle"
                aria-label={`${t('do.remove')}: ${choice.name}`}
                onClick={() => onChange(value.filter((one) => one !== choice))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {known.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('attendance.known', { count: known.length })}
        </Text>
      )}
    </Stack>
  );
}
