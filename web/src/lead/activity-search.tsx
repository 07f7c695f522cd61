/** Finds any activity of the region, the newest first. */
import { Button, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityItem } from '../../../src/activity/activity.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { NoConnection } from '../app/problem.ts';
import { Problem } from '../ui/problem.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Sheet } from '../ui/sheet.tsx';
import classes from './activity-search.module.css';
import { activityPage } from './met-at.ts';
import { recentActivities } from './recent-activities.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Null: it is not known where. */
  onChoose: (activity: ActivityItem | null) => void;
}

export function ActivitySearch({ opened, onClose, onChoose }: Props) {
  const { t } = useTranslation('lead');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('activitySearch.title')} long>
      <Found onChoose={onChoose} />
    </Sheet>
  );
}

function Found({ onChoose }: Pick<Props, 'onChoose'>) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { regionPath } = useRegion();
  const [q, setQ] = useState('');
  const found = useQuery({
    ...apiQuery(regionPath('/activities'), activityPage, { q, limit: 30, sort: '-startsOn', parts: true }),
    placeholderData: keepPreviousData,
  });
  const isAway = found.error instanceof NoConnection;
  const recent = useQuery({ ...recentActivities(regionPath), enabled: isAway });
  const kept = isAway ? recent.data?.items.filter(({ title }) => title.toLowerCase().includes(q.trim().toLowerCase())) : undefined;
  const items = kept ?? found.data?.items;
  const facts = ({ kind, channel, startsOn, endsOn }: ActivityItem) =>
    [
      t(`kind.${kind}`),
      t(`channel.${channel}`, { defaultValue: channel }),
      endsOn === startsOn ? format.day(startsOn) : format.days(startsOn, endsOn),
    ].join(' · ');
  return (
    <Stack gap="sm">
      <SearchBox label={t('activitySearch.search')} value={q} onChange={setQ} />
      {found.isPending && <Skeleton h={240} radius="lg" />}
      {kept && <Text size="sm">{t('activitySearch.kept')}</Text>}
      <Problem error={kept ? null : found.error} onRetry={() => void found.refetch()} />
      {items && (
        <ul className={classes.list}>
          {items.map((activity) => (
            <li key={activity.id}>
              <UnstyledButton className={classes.activity} onClick={() => onChoose(activity)}>
                <b>{activity.title}</b>
                <small>{facts(activity)}</small>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {items?.length === 0 && <p>{t('list.nothing')}</p>}
      <Button variant="subtle" onClick={() => onChoose(null)}>
        {t('activitySearch.unknown')}
      </Button>
    </Stack>
  );
}
