/** The subject and the words of a message; what was typed stays until it is sent. */
import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MessageInput, MessageSent } from '../../../src/lead/message.schema.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { problemWords } from '../app/zod-form.ts';
import { useDraft } from '../lead/use-draft.ts';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { SheetActions } from '../ui/sheet.tsx';

const nothing = { subject: '', text: '' };

interface Props {
  leadId: string;
  /** Of the letter's own words; undefined: the person's, whatever it is. */
  language: string | undefined;
  onSent: () => void;
}

export function MessageForm({ leadId, language, onSent }: Props) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  const { user } = useRegion();
  const [draft, setDraft, clearDraft] = useDraft(`message ${leadId}`, nothing);
  const [tried, setTried] = useState(false);
  const message = useSending(leadId);
  const missing = (words: string) => (tried && !words.trim() ? problemWords('required') : undefined);
  const submit = () => {
    setTried(true);
    if (!draft.subject.trim() || !draft.text.trim()) return;
    message.mutate(draft, {
      onSuccess: () => {
        clearDraft();
        onSent();
      },
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('message.subject')}
          data-autofocus
          maxLength={200}
          value={draft.subject}
          error={missing(draft.subject)}
          onChange={(event) => setDraft({ ...draft, subject: event.currentTarget.value })}
        />
        <Textarea
          label={t('message.text')}
          autosize
          minRows={7}
          maxRows={18}
          maxLength={10_000}
          value={draft.text}
          error={missing(draft.text)}
          onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
        <Text size="sm" c="dimmed">
          {t('message.signed', { name: user.name })}{' '}
          {language ? t('message.language', { language: format.language(language) }) : t('message.theirLanguage')}
        </Text>
        <Problem error={message.error} />
        <SheetActions>
          <SavingButton saving={message.isPending}>{t('message.send')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}

/** The same words pressed twice, or sent again after a lost connection, are one mail. */
function useSending(leadId: string) {
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const [key] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (message: MessageInput) =>
      api.post(regionPath(`/leads/${leadId}/messages`), message, MessageSent, { idempotencyKey: `${key} ${hash(message)}` }),
    onSuccess: changed,
  });
}

/** Other words are another request, and may not carry the key of the first. */
const hash = ({ subject, text }: MessageInput): string => {
  let sum = 0;
  for (const letter of `${subject}\n${text}`) sum = (sum * 31 + letter.codePointAt(0)!) | 0;
  return (sum >>> 0).toString(36);
};
