/** What waits for a contact person: first replies, who wrote again, the common inbox, follow-ups, what came back, what went quiet. Live. */
import { ActionIcon, Button, Group, Skeleton, Stack, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowUp, IconKeyboard, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Inbox } from '../../../src/lead/inbox.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { useInboxKeys } from './inbox-keys.ts';
import { inboxQuery, waitingIn } from './inbox-query.ts';
import { InboxSections } from './inbox-sections.tsx';
import classes from './inbox.module.css';
import { KeysSheet } from './keys-sheet.tsx';
import { NothingWaits } from './nothing-waits.tsx';
import { useQuietly } from './use-quietly.ts';

export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { regionPath, pagePath } = useRegion();
  const inbox = useQuery(inboxQuery(regionPath('/inbox')));
  const { shown, more, show } = useQuietly(inbox.data);
  const [helping, help] = useDisclosure(false);
  useInboxKeys(help.open);
  const isEmpty = shown !== undefined && waitingIn(shown) === 0;
  return (
    <>
      <PageHeader
        title={t('nav.inbox')}
        sentence={shown && !isEmpty && <Sentence inbox={shown} />}
        actions={
          <Group gap={8} wrap="nowrap" visibleFrom="md">
            <Tooltip label={t('keys.title')}>
              <ActionIcon variant="subtle" size={36} aria-label={t('keys.title')} onClick={help.open}>
                <IconKeyboard size={20} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <ButtonLink to={pagePath('/leads/new')} leftSection={<IconPlus size={18} aria-hidden />}>
              {t('nav.newLead')}
            </ButtonLink>
          </Group>
        }
      />
      <div className={classes.fresh} role="status">
        {more > 0 && (
          <Button size="xs" radius="xl" leftSection={<IconArrowUp size={16} aria-hidden />} onClick={show}>
            {t('fresh', { count: more })}
          </Button>
        )}
      </div>
      {inbox.isPending && <Loading />}
      {inbox.error && !inbox.data && <Problem error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {isEmpty && <NothingWaits />}
      {shown && <InboxSections inbox={shown} />}
      <KeysSheet opened={helping} onClose={help.close} />
    </>
  );
}

function Sentence({ inbox }: { inbox: Inbox }) {
  const { t } = useTranslation('inbox');
  const today = useFormat().dayOf();
  const late = inbox.waiting.items.filter(({ replyDue }) => replyDue !== null && replyDue < today).length;
  const { waiting, wroteAgain, common, followUps } = inbox;
  const counts = { waiting: waiting.total, late, wroteAgain: wroteAgain.total, common: common.total, followUps: followUps.total };
  const parts: ReactNode[] = (Object.keys(counts) as (keyof typeof counts)[])
    .filter((key) => counts[key] > 0)
    .map((key) => <Trans key={key} t={t} i18nKey={`sentence.${key}`} count={counts[key]} components={{ b: <b /> }} />);
  if (parts.length === 0) return t('sentence.rest');
  return parts.flatMap((part, index) => (index > 0 ? [' ', part] : [part]));
}

function Loading() {
  const { t } = useTranslation('inbox');
  return (
    <div className={classes.columns} role="status">
      <span className="hidden-visually">{t('shell.loading')}</span>
      <Stack gap={8} aria-hidden>
        {['a', 'b', 'c'].map((key) => (
          <Skeleton key={key} h={190} radius="lg" />
        ))}
      </Stack>
    </div>
  );
}
