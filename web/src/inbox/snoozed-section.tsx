/** What she put off, folded away: until when, and the way back. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Inbox } from '../../../src/lead/inbox.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { ForWhom } from './for-whom.tsx';
import classes from './inbox.module.css';
import { useSnooze } from './use-snooze.ts';

export function SnoozedSection({ section }: { section: Inbox['snoozed'] }) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { pagePath, contactPersonId } = useRegion();
  const snooze = useSnooze();
  if (section.total === 0) return null;
  return (
    <details className={classes.snoozed}>
      <summary>{t('snoozed', { count: section.total })}</summary>
      <ul>
        {section.items.map(({ id, person, owner, snoozedUntil }) => {
          const name = person.name || t('nameless', { ns: 'lead' });
          return (
            <li key={id}>
              <span>
                <Link to={pagePath(`/leads/${id}`)} className={classes.name}>
                  {name}
                </Link>{' '}
                <ForWhom person={owner} />
                <small>{snoozedUntil && t('snoozedUntil', { day: format.day(snoozedUntil) })}</small>
              </span>
              {contactPersonId && (
                <Button variant="default" size="xs" onClick={() => snooze.wake({ id, name })} aria-label={t('wakeNamed', { name })}>
                  {t('wake')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
