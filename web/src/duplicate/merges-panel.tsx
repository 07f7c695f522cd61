/** What was merged into a lead and its person, with the way back for thirty days. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './duplicate.module.css';
import { useUndoMerge } from './duplicate-query.ts';

export function MergesPanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('duplicate');
  const format = useFormat();
  const { may } = useRegion();
  const undo = useUndoMerge();
  if (lead.merges.length === 0) return null;
  return (
    <Panel title={t('behind.title')}>
      <ul className={classes.leads}>
        {lead.merges.map(({ id, at, actor, leads, persons, undoUntil }) => (
          <li key={id}>
            <span>
              {[...persons.map(({ name }) => name), ...(leads.length > 0 ? [t('behind.leads', { count: leads.length })] : [])].join(', ')}
              <small>{t('behind.by', { actor: actor ?? '', day: format.day(format.dayOf(at)) }).trim()}</small>
              <small>{undoUntil ? t('behind.until', { day: format.day(format.dayOf(undoUntil)) }) : t('behind.over')}</small>
            </span>
            {undoUntil && may('lead.write') && (
              <Button variant="default" size="xs" loading={undo.isPending && undo.variables === id} onClick={() => undo.mutate(id)}>
                {t('behind.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
