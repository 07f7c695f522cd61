/** Writes an e-mail to a person, which goes out in one's own name; where no mail server is set up, in one's own mail program. */
import { Anchor, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mailHref } from '../lead/contact-links.ts';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import { useMailSetup } from './mail-setup.ts';
import { MessageForm } from './message-form.tsx';

interface Props {
  lead: { readonly id: string; readonly person: { readonly name: string; readonly email: string | null } };
  opened: boolean;
  onClose: () => void;
  /** Her own mail program has opened instead: what came of it only she knows. */
  onOwnProgram?: () => void;
}

export function MessageSheet({ lead, opened, onClose, onOwnProgram }: Props) {
  const { t } = useTranslation('mail');
  const setup = useMailSetup(opened);
  const { name, email } = lead.person;
  if (!email) return null;
  const leave = () => {
    onClose();
    onOwnProgram?.();
  };
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={t('message.title', { name: name || email })}
      size={600}
      long={setup?.configured ?? false}
    >
      {!setup && <Skeleton h={220} aria-label={t('message.loading')} />}
      {setup?.configured === false && (
        <Stack gap="md">
          <Text>{t('message.notSetUp')}</Text>
          <Text c="dimmed" size="sm">
            {t('message.noteAfter')}
          </Text>
          <SheetActions>
            <Button component="a" href={mailHref(email)} leftSection={<IconExternalLink size={18} aria-hidden />} onClick={leave}>
              {t('message.openOwn')}
            </Button>
          </SheetActions>
        </Stack>
      )}
      {setup?.configured && (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('message.to')} <Anchor href={mailHref(email)}>{email}</Anchor>
          </Text>
          <MessageForm
            leadId={lead.id}
            onSent={() => {
              onClose();
              showDone(t('message.sent', { name: name || email }));
            }}
          />
        </Stack>
      )}
    </Sheet>
  );
}
