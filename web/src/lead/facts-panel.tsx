/** The facts of the lead: what she wants, where, from where, how she heard of us. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { Panel } from '../ui/panel.tsx';
import { FactsSheet } from './facts-sheet.tsx';
import { useHeardFrom, usePipelines } from './lead-options.ts';
import type { ReadLead } from './lead-query.ts';
import { Term, Terms } from './terms.tsx';

export function FactsPanel({ read }: { read: ReadLead }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const municipalities = useMunicipalities();
  const heard = useHeardFrom();
  const pipelines = usePipelines();
  const [editing, edit] = useDisclosure(false);
  const lead = read.value;
  return (
    <Panel
      title={t('facts.title')}
      actions={
        <Button variant="default" size="xs" onClick={edit.open} aria-label={t('facts.edit')}>
          {t('do.edit')}
        </Button>
      }
    >
      <Terms>
        <Term label={t('field.intent')}>{t(`intent.${lead.intent}`)}</Term>
        <Term label={t('wantsTo')}>{municipalities.name(lead.municipality)}</Term>
        <Term label={t('firstLanguage')}>{lead.language && format.language(lead.language)}</Term>
        <Term label={t('origin')}>{lead.origin && format.country(lead.origin)}</Term>
        <Term label={t('ageClass')}>{lead.ageClass && t(`age.${lead.ageClass}`)}</Term>
        <Term label={t('word.heardFrom')}>{format.list(lead.heardFrom.map(heard.name))}</Term>
        <Term label={t('field.pipeline')}>{pipelines.of(lead.pipeline)?.label ?? lead.pipeline}</Term>
        <Term label={t('field.created')}>{format.moment(lead.createdAt)}</Term>
      </Terms>
      <FactsSheet read={read} opened={editing} onClose={edit.close} />
    </Panel>
  );
}
