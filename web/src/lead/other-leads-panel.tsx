/** Other leads of the same person. */
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import classes from './lead.module.css';
import { usePipelines } from './lead-options.ts';

export function OtherLeadsPanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { pagePath } = useRegion();
  const pipelines = usePipelines();
  if (lead.otherLeads.length === 0) return null;
  return (
    <Panel title={t('otherLeads')}>
      <ul className={classes.rows}>
        {lead.otherLeads.map(({ id, intent, pipeline, stage, createdAt }) => (
          <li key={id}>
            <span>
              <PageLink to={pagePath(`/leads/${id}`)}>{t(`intent.${intent}`)}</PageLink>
              <small>{format.day(format.dayOf(createdAt))}</small>
            </span>
            <Tag tone={stage === 'won' ? 'good' : stage === 'lost' ? 'plain' : 'lake'}>{pipelines.stage(pipeline, stage)}</Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
