/** After a call or a mail that was sent by another program: what came of it, in one press. */
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconCheck, IconPhone, IconPhoneOff, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { telHref } from '../lead/contact-links.ts';
import { useNote } from '../lead/use-note.ts';
import { Problem } from '../ui/problem.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import type { Reachable } from './reachable.ts';

interface Props {
  lead: Reachable;
  by: 'call' | 'mail';
  opened: boolean;
  onClose: () => void;
  /** Writes more than that. */
  onNote: () => void;
  /** What follows when she was reached, said in place of "noted". */
  onReached?: (() => void) | undefined;
}

export function ReachedSheet({ lead, by, opened, onClose, onNote, onReached }: Props) {
  const { t } = useTranslation('inbox');
  const note = useNote(lead.id);
  const { name, phone } = lead.person;
  const write = (text: string, contact: boolean) =>
    note.mutate(
      { text, contact },
      {
        onSuccess: () => {
          onClose();
          if (contact && onReached) onReached();
          else showDone(t(contact ? 'reached.answered' : 'reached.noted', { name }));
        },
      },
    );
  return (
    <Sheet opened={opened} onClose={onClose} title={t(`reached.${by}.title`, { name })}>
      <Stack gap="sm">
        {by === 'call' && phone && (
          <Text>
            <IconPhone size={17} aria-hidden style={{ verticalAlign: '-3px' }} /> <Anchor href={telHref(phone)}>{phone}</Anchor>
          </Text>
        )}
        <Button
          size="md"
          data-autofocus
          loading={note.isPending}
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => write(t(`reached.${by}.yesNote`), true)}
        >
          {t(`reached.${by}.yes`)}
        </Button>
        {by === 'call' ? (
          <Button
            size="md"
            variant="default"
            disabled={note.isPending}
            leftSection={<IconPhoneOff size={18} aria-hidden />}
            onClick={() => write(t('reached.call.noNote'), false)}
          >
            {t('reached.call.no')}
          </Button>
        ) : (
          <Button size="md" variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onClose}>
            {t('reached.mail.no')}
          </Button>
        )}
        <Button
          variant="subtle"
          onClick={() => {
            onClose();
            onNote();
          }}
        >
          {t('reached.note')}
        </Button>
        <Problem error={note.error} />
      </Stack>
    </Sheet>
  );
}
