/** What waits on this device to be sent: why it waits, and the ways to correct, delete or send it. */
import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { issueWords } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { problemWords } from '../app/zod-form.ts';
import { confirmed } from '../ui/confirm.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink, PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tag } from '../ui/tag.tsx';
import { showDone } from '../ui/toast.tsx';
import { useConnection } from './connection.ts';
import { removeEntry } from './entry.ts';
import type { Sending } from './sending.ts';
import type { Entry, Refusal } from './store.ts';
import { useEntries, useSending, useSignInAgain } from './use-entries.ts';
import classes from './waiting.module.css';

export function WaitingPage() {
  const { t } = useTranslation('offline');
  const { pagePath } = useRegion();
  const entries = useEntries();
  const { send } = useSending();
  const signInAgain = useSignInAgain();
  const [busy, setBusy] = useState(false);
  const [stopped, setStopped] = useState<Sending['stopped']>();
  const count = entries?.length ?? 0;
  const sendNow = async () => {
    setBusy(true);
    setStopped((await send()).stopped);
    setBusy(false);
  };
  return (
    <>
      <PageHeader
        title={t('page.title')}
        crumb={<PageLink to={pagePath('/leads')}>{t('nav.leads')}</PageLink>}
        sentence={
          entries && <Trans t={t} i18nKey={count === 0 ? 'page.sentence_zero' : 'page.sentence'} count={count} components={{ b: <b /> }} />
        }
        actions={
          count > 0 && (
            <Button leftSection={<IconCloudUp size={18} aria-hidden />} loading={busy} onClick={() => void sendNow()}>
              {t('page.sendNow')}
            </Button>
          )
        }
      />
      <div role="status">
        {stopped === 'signed_out' && (
          <Button variant="default" mb="md" onClick={signInAgain}>
            {t('signIn', { count })}
          </Button>
        )}
        {stopped === 'no_connection' && <Text mb="md">{t('page.noConnection')}</Text>}
        {stopped === 'server' && <Text mb="md">{t('page.server')}</Text>}
      </div>
      {entries && count > 0 && (
        <Stack gap="sm">
          <Text size="sm" c="var(--ink-2)">
            {t('page.kept')}
          </Text>
          <ul className={classes.list}>
            {entries.map((entry) => (
              <Waiting key={entry.id} entry={entry} />
            ))}
          </ul>
        </Stack>
      )}
      {entries && count === 0 && (
        <EmptyState
          title={t('page.sentence_zero')}
          text={t('page.emptyText')}
          action={<ButtonLink to={pagePath('/leads/new')}>{t('nav.newLead')}</ButtonLink>}
        />
      )}
    </>
  );
}

/** What the entry says of the person, as it was written. */
function personOf({ input }: Entry): { name: string; reach: string } {
  const person = 'id' in input.person ? undefined : input.person;
  return { name: person?.name ?? '', reach: [person?.phone, person?.email].filter(Boolean).join(' · ') };
}

function Waiting({ entry }: { entry: Entry }) {
  const { t } = useTranslation('offline');
  const format = useFormat();
  const reached = useConnection();
  const { slug, pagePath } = useRegion();
  const { name, reach } = personOf(entry);
  const remove = async () => {
    const isSure = await confirmed({
      title: t('delete.title'),
      text: t('delete.text', { name }),
      confirm: t('delete.confirm'),
      danger: true,
    });
    if (!isSure) return;
    await removeEntry(entry.id);
    showDone(t('delete.done'));
  };
  return (
    <Card component="li" className={classes.entry}>
      <div>
        <Group gap={8}>
          <b>{name}</b>
          <Tag tone={entry.refused ? 'warm' : 'plain'}>
            {t(`page.states.${entry.refused ? 'refused' : reached ? 'signedOut' : 'waiting'}`)}
          </Tag>
        </Group>
        <small>
          {[reach, t(`intent.${entry.input.intent}`), t('page.saved', { moment: format.moment(new Date(entry.savedAt).toISOString()) })]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {entry.region !== slug && <small>{t('page.elsewhere', { region: entry.region })}</small>}
        {entry.refused && <RefusalWords refused={entry.refused} />}
      </div>
      <Group gap="xs">
        {entry.region === slug && (
          <ButtonLink
            size="sm"
            variant="default"
            to={pagePath('/leads/new')}
            search={{ entry: entry.id }}
            aria-label={t('page.correctNamed', { name })}
          >
            {t('page.correct')}
          </ButtonLink>
        )}
        <Button size="sm" variant="subtle" c="var(--bad)" onClick={() => void remove()} aria-label={t('page.deleteNamed', { name })}>
          {t('do.delete')}
        </Button>
      </Group>
    </Card>
  );
}

function RefusalWords({ refused: { status, code, issues } }: { refused: Refusal }) {
  const { t } = useTranslation('offline');
  const general = problemWords(status === 404 ? 'entry_without_region' : code) ?? t('page.notTaken');
  const words = issues.length > 0 ? issues.map(issueWords) : [general];
  return (
    <ul className={classes.reasons}>
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
