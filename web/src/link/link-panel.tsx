/** The tracked links of an activity: the address to share, its QR code, where it leads, how often it was used. */
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useRegion } from '../app/region.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { FurtherLink, PartLink } from './further-link.tsx';
import { LinkCard } from './link-card.tsx';
import { LinkSheet } from './link-sheet.tsx';
import classes from './link.module.css';
import { linksQuery } from './link-query.ts';

export function LinkPanel({ activity: { id, partList, archived } }: { activity: Activity }) {
  const { t } = useTranslation('link');
  const { regionPath, may } = useRegion();
  const { data, error, refetch } = useQuery(linksQuery(regionPath(`/activities/${id}`)));
  const [adding, { open, close }] = useDisclosure(false);
  const own = data?.items.filter(({ activityId }) => activityId === id) ?? [];
  const ofParts = data?.items.filter(({ activityId }) => activityId !== id) ?? [];
  const [first, ...further] = own;
  return (
    <Panel title={t('title', { count: Math.max(1, own.length) })}>
      {first ? (
        <LinkCard link={first} />
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton h={210} radius="md" />
      )}
      {further.length > 0 && (
        <>
          <h3 className={classes.sub}>{t('further')}</h3>
          <ul className={classes.rows}>
            {further.map((link) => (
              <FurtherLink key={link.id} link={link} />
            ))}
          </ul>
        </>
      )}
      {ofParts.length > 0 && (
        <>
          <h3 className={classes.sub}>{t('ofParts')}</h3>
          <ul className={classes.rows}>
            {ofParts.map((link) => (
              <PartLink key={link.id} link={link} part={partList.find((part) => part.id === link.activityId)} />
            ))}
          </ul>
        </>
      )}
      {first && may('activity.write') && !archived && (
        <>
          <Button variant="default" size="sm" mt={14} leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {t('add')}
          </Button>
          {own.length === 1 && <p className={classes.note}>{t('addHint')}</p>}
        </>
      )}
      <LinkSheet activityId={id} opened={adding} onClose={close} />
    </Panel>
  );
}
