/** Writes an e-mail to a person, which goes out in one's own name; where no mail server is set up, in one's own mail program. */
import { Anchor, Box, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { mailHref } from '../lead/contact-links.ts';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';
import { useMailSetup } from './mail-setup.ts';
import classes from './mail.module.css';
import { MessageForm } from './message-form.tsx';

/** Whose mail it is; without `languages` the language of the mail is not known here. */
interface WrittenTo {
  readonly id: string;
  readonly language?: string | null;
  readonly words?: string | null;
  readonly person: { readonly name: string; readonly email: string | null; readonly languages?: readonly string[] };
}

interface Props {
  lead: WrittenTo;
  opened: boolean;
  onClose: () => void;
  /** Her own mail program has opened instead: what came of it only she knows. */
  onOwnProgram?: () => void;
}

export function MessageSheet({ lead, opened, onClose, onOwnProgram }: Props) {
  const { t } = useTranslation('mail');
  const { locale } = useRegion();
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
      {lead.words && (
        <Box mb="md">
          <Text size="sm" c="dimmed">
            {t('message.wrote')}
          </Text>
          <Text size="sm" className={classes.wrote}>
            {lead.words}
          </Text>
        </Box>
      )}
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
            language={languageOf(lead, setup.languages, locale)}
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

/** In which the mail closes: the lead's language or the person's first where mails can be in it, else the region's. */
function languageOf({ language, person }: WrittenTo, languages: readonly string[], locale: string): string | undefined {
  if (!person.languages) return undefined;
  const hers = language ?? person.languages[0];
  return hers && languages.includes(hers) ? hers : locale;
}
