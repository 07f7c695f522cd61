/** The box for a note at the top of a lead's story. */
import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { showDone } from '../ui/toast.tsx';
import { NoteForm } from './note-form.tsx';

export function NotePanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  return (
    <Card component="section" aria-label={t('note.label')}>
      <NoteForm
        leadId={lead.id}
        contact={false}
        label={t('note.label')}
        rows={2}
        onSaved={() => showDone(t('note.saved', { name: lead.person.name }))}
      />
    </Card>
  );
}
