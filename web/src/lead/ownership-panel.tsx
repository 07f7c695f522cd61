/** Three credits that stay apart: who sourced the lead, who owns it, who closed it. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { Panel } from '../ui/panel.tsx';
import { OwnerSheet } from './owner-sheet.tsx';
import { Term, Terms } from './terms.tsx';

export function OwnershipPanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  const [changing, change] = useDisclosure(false);
  return (
    <Panel
      title={t('credits.title')}
      actions={
        <Button variant="default" size="xs" onClick={change.open}>
          {lead.owner ? t('credits.change') : t('credits.take')}
        </Button>
      }
    >
      <Terms>
        <Term label={t('credits.sourced')}>{lead.sourcedBy?.name}</Term>
        <Term label={t('credits.owns')}>{lead.owner?.name ?? t('credits.nobody')}</Term>
        <Term label={t('credits.closed')}>{lead.closedBy?.name ?? (lead.closedAt ? null : t('credits.notYet'))}</Term>
      </Terms>
      <OwnerSheet lead={lead} opened={changing} onClose={change.close} />
    </Panel>
  );
}
