/** Who came, by name; for those who may see persons. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { Attendee } from '../../../src/lead/attendance.schema.ts';
import { useList } from '../app/list.ts';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import classes from './activity.module.css';
import { AttendeeSheet } from './attendee-sheet.tsx';

export function AttendeesPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const { regionPath, pagePath, may } = useRegion();
  const list = useList(regionPath(`/activities/${activity.id}/attendees`), Attendee);
  const [adding, { open, close }] = useDisclosure(false);
  const add = may('attendance.write') && (
    <Button variant="default" size="sm" onClick={open}>
      {t('attendees.add')}
    </Button>
  );
  return (
    <Panel title={t('attendees.title')} actions={add}>
      {Boolean(list.error) && <Problem error={list.error} onRetry={list.retry} />}
      {!list.loading && !list.error && list.items.length === 0 && <p className={classes.note}>{t('attendees.empty')}</p>}
      <ul className={classes.rows}>
        {list.items.map(({ personId, name, organisation, wantsContact, leadId }) => (
          <li key={personId}>
            <span>
              {leadId ? (
                <PageLink to={pagePath(`/leads/${leadId}`)}>{name || t('attendees.nameless')}</PageLink>
              ) : (
                name || t('attendees.nameless')
              )}
              {organisation && <small>{organisation}</small>}
            </span>
            {wantsContact && <Tag>{t('attendees.wants')}</Tag>}
          </li>
        ))}
      </ul>
      {list.more && (
        <Button variant="default" size="sm" mt="sm" loading={list.loadingMore} onClick={list.more}>
          {t('do.loadMore')}
        </Button>
      )}
      <AttendeeSheet activity={activity} opened={adding} onClose={close} />
    </Panel>
  );
}
