/** Writes down a call or anything else about a lead; a note marked as contact answers her waiting. */
import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../app/zod-form.ts';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { useDraft } from './use-draft.ts';
import { useNote } from './use-note.ts';

interface Props {
  leadId: string;
  /** Whether the box "this was a contact" starts ticked. */
  contact: boolean;
  onSaved: () => void;
  label: string;
  field?: RefObject<HTMLTextAreaElement | null>;
  /** Where the buttons stand, when not just below. */
  actions?: (button: ReactNode) => ReactNode;
  rows?: number;
}

/** What is said most, and whether the person was reached by it. */
const usual = [
  { key: 'called', contact: true },
  { key: 'noAnswer', contact: false },
  { key: 'mailed', contact: true },
  { key: 'met', contact: true },
] as const;

const nothing = { text: '', contact: null as boolean | null };

export function NoteForm({ leadId, contact, onSaved, label, field, actions = (button) => button, rows = 3 }: Props) {
  const { t } = useTranslation('lead');
  const [draft, setDraft, clearDraft] = useDraft(`note ${leadId}`, nothing);
  const [empty, setEmpty] = useState(false);
  const note = useNote(leadId);
  const isContact = draft.contact ?? contact;
  const change = (next: Partial<typeof nothing>) => {
    setEmpty(false);
    setDraft({ ...draft, ...next });
  };
  const say = (words: string, reached: boolean) => change({ text: draft.text.trim() ? `${words} ${draft.text}` : words, contact: reached });
  const submit = () => {
    if (!draft.text.trim()) return setEmpty(true);
    note.mutate(
      { text: draft.text, contact: isContact },
      {
        onSuccess: () => {
          clearDraft();
          onSaved();
        },
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Group gap={6}>
          {usual.map(({ key, contact: reached }) => (
            <Button key={key} variant="light" size="xs" radius="xl" onClick={() => say(t(`note.${key}`), reached)}>
              {t(`note.${key}`)}
            </Button>
          ))}
        </Group>
        <Textarea
          ref={field}
          label={label}
          autosize
          minRows={rows}
          maxRows={14}
          value={draft.text}
          error={empty ? problemWords('required') : undefined}
          onChange={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
        <Checkbox
          label={t('note.contact')}
          description={t('note.contactHint')}
          checked={isContact}
          onChange={(event) => change({ contact: event.currentTarget.checked })}
        />
        <Problem error={note.error} />
        {actions(
          <SavingButton saving={note.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('note.save')}
          </SavingButton>,
        )}
      </Stack>
    </form>
  );
}
