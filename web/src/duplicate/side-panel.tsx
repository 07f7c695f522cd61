/** One of the two: how she is reached, and her leads. */
import { useTranslation } from 'react-i18next';
import type { PairSide } from '../../../src/lead/duplicate.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { usePipelines } from '../lead/lead-options.ts';
import { useLeadWords } from '../lead/lead-words.ts';
import { ProtectedMark } from '../lead/protected-mark.tsx';
import { StageTag } from '../lead/stage-tag.tsx';
import { Term, Terms } from '../lead/terms.tsx';
import { PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './duplicate.module.css';

export function SidePanel({ side: { person, leads, attendances } }: { side: PairSide }) {
  const { t } = useTranslation('duplicate');
  const format = useFormat();
  const words = useLeadWords();
  const pipelines = usePipelines();
  const { pagePath } = useRegion();
  return (
    <Panel title={person.name} note={person.protected && <ProtectedMark person={person} />}>
      <Terms>
        <Term label={t('field.email')}>{person.email}</Term>
        <Term label={t('field.phone')}>{person.phone}</Term>
        <Term label={t('field.languages')}>{format.list(person.languages.map(format.language))}</Term>
        {attendances > 0 && <Term label={t('field.attendances')}>{t('attendances', { count: attendances })}</Term>}
      </Terms>
      {leads.length === 0 && <p className={classes.hint}>{t('noLeads')}</p>}
      <ul className={classes.leads}>
        {leads.map((lead) => (
          <li key={lead.id}>
            <span>
              <PageLink to={pagePath(`/leads/${lead.id}`)}>
                {words.wish({ ...lead, person: { ...person, languages: [] }, language: null })}
              </PageLink>
              <small>
                {[format.day(format.dayOf(lead.createdAt)), lead.owner?.name ?? t('noOwner'), words.source(lead.source)].join(' · ')}
              </small>
            </span>
            <StageTag lead={lead} label={pipelines.stage(lead.pipeline, lead.stage)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
