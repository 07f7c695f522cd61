/** Asks where somebody was met: today's activities as chips, any other by search, a referral, or nobody's doing. */
import { Chip, Group, Input, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganisationPicker } from '../organisation/organisation-picker.tsx';
import { ChoiceChip } from '../ui/choice-chip.tsx';
import { ActivitySearch } from './activity-search.tsx';
import { ChipButton } from './chip-button.tsx';
import { isEvent, type Met, metAtActivity } from './met-at.ts';
import { useTodaysActivities } from './use-todays-activities.ts';

interface Props {
  label: string;
  value: Met | null | undefined;
  onChange: (met: Met | null) => void;
  error?: ReactNode;
}

const shown = 4;

export function MetAtField({ label, value, onChange, error }: Props) {
  const { t } = useTranslation('lead');
  const id = useId();
  const today = useTodaysActivities();
  const [searching, search] = useDisclosure(false);
  const offered = today.items.slice(0, shown);
  const other = value?.by === 'activity' && !offered.some((activity) => activity.id === value.id) ? value : undefined;
  const chosen = value?.by === 'activity' ? value.id : (value?.by ?? null);
  const choose = (next: string) => {
    const activity = offered.find((one) => one.id === next);
    if (activity) onChange(metAtActivity(activity));
    else if (next === 'referral') onChange({ by: 'referral', organisation: null });
    else if (next === 'own_initiative') onChange({ by: 'own_initiative' });
  };
  const chip = (key: string, words: ReactNode) => (
    <ChoiceChip key={key} value={key}>
      {words}
    </ChoiceChip>
  );
  return (
    <Stack gap="sm">
      <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} error={error} errorProps={{ mt: 6 }}>
        <Group gap={8} role="radiogroup" aria-labelledby={id} data-path="met" tabIndex={-1}>
          <Chip.Group value={chosen} onChange={choose}>
            {offered.map(({ id: key, title, kind }) => chip(key, isEvent(kind) ? t('metToday', { title }) : title))}
            {other && chip(other.id, other.title)}
            {chip('own_initiative', t('how.own_initiative'))}
            {chip('referral', t('referredBy'))}
          </Chip.Group>
          <ChipButton onClick={search.open} aria-haspopup="dialog">
            {t('otherActivity')}
          </ChipButton>
        </Group>
      </Input.Wrapper>
      {value?.by === 'referral' && (
        <OrganisationPicker
          label={t('referredByWhom')}
          value={value.organisation}
          onChange={(organisation) => onChange({ by: 'referral', organisation })}
          autoFocus={value.organisation === null}
        />
      )}
      <ActivitySearch
        opened={searching}
        onClose={search.close}
        onChoose={(activity) => {
          onChange(activity && metAtActivity(activity));
          search.close();
        }}
      />
    </Stack>
  );
}
