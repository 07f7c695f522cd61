/** A note from the inbox or the board: I called, I wrote, nobody answered. */
import { useTranslation } from 'react-i18next';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import { NoteForm } from './note-form.tsx';

interface Props {
  lead: { readonly id: string; readonly person: { readonly name: string } };
  opened: boolean;
  onClose: () => void;
}

export function NoteSheet({ lead, opened, onClose }: Props) {
  const { t } = useTranslation('lead');
  const saved = () => {
    onClose();
    showDone(t('note.saved', { name: lead.person.name }));
  };
  return (
    <Sheet opened={opened} onClose={onClose} title={t('note.title', { name: lead.person.name })}>
      <NoteForm
        leadId={lead.id}
        contact
        label={t('note.label')}
        onSaved={saved}
        actions={(button) => <SheetActions>{button}</SheetActions>}
      />
    </Sheet>
  );
}
