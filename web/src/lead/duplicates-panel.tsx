/** Warns that the same person may be known already; outside one's view only the owner's name is told. */
import { Alert } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import classes from './lead.module.css';

export function DuplicatesPanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { pagePath } = useRegion();
  if (lead.possibleDuplicates.length === 0) return null;
  return (
    <Alert color="warm" mb={18} title={t('duplicate.title')} icon={<IconUsers aria-hidden />}>
      <ul className={classes.rows}>
        {lead.possibleDuplicates.map(({ leadId, personId, name, owner, why, createdAt }) => (
          <li key={`${leadId} ${owner} ${why}`}>
            {leadId ? (
              <span>
                <PageLink to={pagePath(`/leads/${leadId}`)}>{name}</PageLink> {t(`duplicate.${why}`)}
                {createdAt && ` ${t('duplicate.since', { day: format.day(format.dayOf(createdAt)) })}`}
                {owner && ` ${t('duplicate.owner', { owner })}`}{' '}
                {personId && <PageLink to={pagePath(`/leads/duplicates/${lead.person.id}/${personId}`)}>{t('duplicate.compare')}</PageLink>}
              </span>
            ) : owner ? (
              t('duplicate.alsoAt', { owner })
            ) : (
              t('duplicate.elsewhereNobody')
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
