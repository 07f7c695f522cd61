/** The columns of the list of leads. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadItem } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import type { Column } from '../ui/column.ts';
import { Tag } from '../ui/tag.tsx';
import { usePipelines } from './lead-options.ts';
import { useLeadWords } from './lead-words.ts';
import { ProtectedMark } from './protected-mark.tsx';
import { StageTag } from './stage-tag.tsx';

export function useLeadColumns(): readonly Column<LeadItem>[] {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const municipalities = useMunicipalities();
  const pipelines = usePipelines();
  const words = useLeadWords();
  const spoken = ({ person, language }: LeadItem) => (person.languages.length > 0 ? person.languages : language ? [language] : []);
  return [
    {
      key: 'name',
      header: t('field.name'),
      sort: 'name',
      cell: (lead) => (
        <>
          {lead.person.name || t('nameless')} <ProtectedMark person={lead.person} />
          <Small>{spoken(lead).map(format.language).join(', ')}</Small>
        </>
      ),
    },
    {
      key: 'stage',
      header: t('field.stage'),
      cell: (lead) => (
        <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 6 }}>
          <StageTag lead={lead} label={pipelines.stage(lead.pipeline, lead.stage)} />
          {lead.outcomeMissing && <Tag tone="warm">{t('outcomeMissing.short')}</Tag>}
          {!lead.respondedAt && !lead.closedAt && <Tag tone="warm">{t('waits')}</Tag>}
        </span>
      ),
    },
    {
      key: 'intent',
      header: t('field.intent'),
      cell: ({ intent, municipality }) => (
        <>
          {t(`intent.${intent}`)}
          <Small>{municipalities.name(municipality)}</Small>
        </>
      ),
    },
    { key: 'source', header: t('source'), cell: ({ source }) => words.source(source), wideOnly: true },
    { key: 'owner', header: t('field.owner'), cell: ({ owner }) => owner?.name ?? t('owner.none') },
    { key: 'touched', header: t('touched'), sort: 'touchedAt', cell: ({ touchedAt }) => format.ago(touchedAt) },
    {
      key: 'created',
      header: t('field.created'),
      sort: 'createdAt',
      cell: ({ createdAt }) => format.day(format.dayOf(createdAt)),
      wideOnly: true,
    },
  ];
}

function Small({ children }: { children: ReactNode }) {
  return children ? <small style={{ display: 'block', color: 'var(--ink-2)', fontWeight: 400 }}>{children}</small> : null;
}
