/** What else is known of an activity. */
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { Term, Terms } from '../lead/terms.tsx';
import { PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';

export function DetailsPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { pagePath } = useRegion();
  const { audience, costCents, programme, workPackage, partner, url, notes, details, createdAt } = activity;
  const { creator, venue, startsAt, endsAt, capacity } = details;
  return (
    <Panel title={t('details.title')}>
      <Terms>
        {creator && <Term label={t('details.creator')}>{creator}</Term>}
        {venue && <Term label={t('details.venue')}>{venue}</Term>}
        {startsAt && <Term label={t('details.times')}>{[startsAt, endsAt].filter(Boolean).join('\u2009–\u2009')}</Term>}
        {capacity !== undefined && <Term label={t('details.capacity')}>{format.number(capacity)}</Term>}
        <Term label={t('field.audience')}>{t(`audience.${audience}`)}</Term>
        <Term label={t('details.ownCost')}>{costCents === null ? undefined : format.money(costCents)}</Term>
        {programme && (
          <Term label={t('field.programme')}>
            <PageLink to={pagePath(`/programmes/${programme.id}`)}>{programme.name}</PageLink>
          </Term>
        )}
        {workPackage && (
          <Term label={t('field.workPackage')}>
            {workPackage.code} {workPackage.name}
          </Term>
        )}
        {partner && <Term label={t('field.partner')}>{partner.name}</Term>}
        {url && (
          <Term label={t('field.url')}>
            <a href={url} target="_blank" rel="noreferrer" style={{ color: 'var(--link)', overflowWrap: 'anywhere' }}>
              {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          </Term>
        )}
        {notes && (
          <Term label={t('field.notes')}>
            <span style={{ whiteSpace: 'pre-line' }}>{notes}</span>
          </Term>
        )}
        <Term label={t('details.registered')}>{format.day(format.dayOf(createdAt))}</Term>
      </Terms>
    </Panel>
  );
}
