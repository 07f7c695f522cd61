/** What waits for a contact person: first replies, follow-ups, outcomes to record, leads that went quiet. */
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconFlag3, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Inbox } from '../../../src/lead/inbox.schema.ts';
import type { LeadItem } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useLeadWords } from '../lead/lead-words.ts';
import { NoteSheet } from '../lead/note-sheet.tsx';
import { useStageMoves } from '../lead/stage-moves.tsx';
import { type AskedFollowUp, FollowUpSheet, type FollowUpStatus } from '../outcome/follow-up-sheet.tsx';
import { ButtonLink, PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { FollowUpCard } from './follow-up-card.tsx';
import { inboxQuery, waitingIn } from './inbox-query.ts';
import { InboxSection } from './inbox-section.tsx';
import classes from './inbox.module.css';
import { LeadCard } from './lead-card.tsx';
import { NothingWaits } from './nothing-waits.tsx';

export function InboxPage() {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { regionPath, pagePath } = useRegion();
  const inbox = useQuery(inboxQuery(regionPath('/inbox')));
  const late = inbox.data?.waiting.items.filter((lead) => isLate(lead, format)).length ?? 0;
  const isEmpty = inbox.data !== undefined && waitingIn(inbox.data) === 0;
  return (
    <>
      <PageHeader
        title={t('nav.inbox')}
        sentence={inbox.data && !isEmpty && <Sentence inbox={inbox.data} late={late} />}
        actions={
          <ButtonLink to={pagePath('/leads/new')} leftSection={<IconPlus size={18} aria-hidden />} visibleFrom="md">
            {t('nav.newLead')}
          </ButtonLink>
        }
      />
      {inbox.isPending && <Loading />}
      {inbox.error && !inbox.data && <Problem error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {isEmpty && <NothingWaits />}
      {inbox.data && !isEmpty && <Sections inbox={inbox.data} />}
    </>
  );
}

type Formats = ReturnType<typeof useFormat>;
const isLate = ({ replyDue }: LeadItem, format: Formats) => replyDue !== null && replyDue < format.dayOf();

function Sentence({ inbox, late }: { inbox: Inbox; late: number }) {
  const { t } = useTranslation('inbox');
  const parts: ReactNode[] = [];
  const b = { b: <b /> };
  if (inbox.waiting.total > 0) parts.push(<Trans key="w" t={t} i18nKey="sentence.waiting" count={inbox.waiting.total} components={b} />);
  if (late > 0) parts.push(<Trans key="l" t={t} i18nKey="sentence.late" count={late} components={b} />);
  if (inbox.followUps.total > 0)
    parts.push(<Trans key="f" t={t} i18nKey="sentence.followUps" count={inbox.followUps.total} components={b} />);
  if (parts.length === 0) parts.push(t('sentence.rest'));
  return parts.flatMap((part, index) => (index > 0 ? [' ', part] : [part]));
}

function Sections({ inbox }: { inbox: Inbox }) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { slug } = useRegion();
  const words = useLeadWords();
  const moves = useStageMoves();
  const [noted, setNoted] = useState<LeadItem | null>(null);
  const [noting, setNoting] = useState(false);
  const [asked, setAsked] = useState<{ followUp: AskedFollowUp; status: FollowUpStatus } | null>(null);
  const [asking, setAsking] = useState(false);
  const note = (lead: LeadItem) => {
    setNoted(lead);
    setNoting(true);
  };
  const waited = (lead: LeadItem) => {
    const days = words.daysSince(lead.createdAt);
    return <Tag tone={isLate(lead, format) ? 'warm' : 'plain'}>{days === 0 ? t('is.today') : t('days', { count: days })}</Tag>;
  };
  const left = inbox.common.total + inbox.waiting.total + inbox.followUps.total;
  const right = inbox.returned.total + inbox.untouched.total + inbox.outcomeMissing.total;
  const all = (search: Record<string, boolean>) => (
    <PageLink to="/r/$region/leads" params={{ region: slug }} search={search}>
      {t('showAll')}
    </PageLink>
  );
  return (
    <div className={classes.columns} data-both={(left > 0 && right > 0) || undefined}>
      {left > 0 && (
        <div>
          <InboxSection title={t('common')} section={inbox.common} itemKey={({ id }) => id}>
            {(lead) => <LeadCard lead={lead} moves={moves} onNote={note} aside={waited(lead)} />}
          </InboxSection>
          <InboxSection
            title={t('waiting')}
            note={t('target')}
            section={inbox.waiting}
            itemKey={({ id }) => id}
            more={all({ waiting: true })}
          >
            {(lead) => <LeadCard lead={lead} moves={moves} onNote={note} aside={waited(lead)} />}
          </InboxSection>
          <InboxSection title={t('followUps')} section={inbox.followUps} itemKey={({ id }) => id}>
            {(followUp) => (
              <FollowUpCard
                followUp={followUp}
                onAnswer={(status) => {
                  setAsked({ followUp: { id: followUp.id, months: followUp.months, name: followUp.person.name }, status });
                  setAsking(true);
                }}
              />
            )}
          </InboxSection>
        </div>
      )}
      {right > 0 && (
        <div>
          <InboxSection title={t('returned')} section={inbox.returned} itemKey={({ id }) => id}>
            {(lead) => <LeadCard lead={lead} moves={moves} onNote={note} stage aside={null} />}
          </InboxSection>
          <InboxSection title={t('untouched')} section={inbox.untouched} itemKey={({ id }) => id} more={all({ untouched: true })}>
            {(lead) => (
              <LeadCard
                lead={lead}
                moves={moves}
                onNote={note}
                stage
                aside={<Tag tone="plain">{t('days', { count: words.daysSince(lead.touchedAt) })}</Tag>}
              />
            )}
          </InboxSection>
          <InboxSection title={t('outcomeMissing')} note={t('outcomeMissingNote')} section={inbox.outcomeMissing} itemKey={({ id }) => id}>
            {(lead) => (
              <LeadCard
                lead={lead}
                moves={moves}
                onNote={note}
                stage
                aside={null}
                first={
                  <Button fullWidth leftSection={<IconFlag3 size={17} aria-hidden />} onClick={() => moves.recordOutcome(lead)}>
                    {t('recordOutcome')}
                  </Button>
                }
              />
            )}
          </InboxSection>
        </div>
      )}
      {moves.dialogs}
      {noted && <NoteSheet key={noted.id} lead={noted} opened={noting} onClose={() => setNoting(false)} />}
      <FollowUpSheet
        asked={asked?.followUp ?? null}
        status={asked?.status ?? 'still_here'}
        opened={asking}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

function Loading() {
  const { t } = useTranslation('inbox');
  return (
    <div className={classes.columns} role="status">
      <span className="hidden-visually">{t('shell.loading')}</span>
      <Stack gap={8} aria-hidden>
        {['a', 'b', 'c'].map((key) => (
          <Skeleton key={key} h={150} radius="lg" />
        ))}
      </Stack>
    </div>
  );
}
