/** The parts of the inbox: at the left who waits for an answer, at the right what must not be forgotten. */
import { Button } from '@mantine/core';
import { IconFlag3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inbox, InboxLead } from '../../../src/lead/inbox.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useLeadWords } from '../lead/lead-words.ts';
import { type AskedFollowUp, FollowUpSheet, type FollowUpStatus } from '../outcome/follow-up-sheet.tsx';
import { PageLink } from '../ui/link.tsx';
import { Tag } from '../ui/tag.tsx';
import { FollowUpCard } from './follow-up-card.tsx';
import { InboxSection } from './inbox-section.tsx';
import classes from './inbox.module.css';
import { LeadCard } from './lead-card.tsx';
import { SnoozedSection } from './snoozed-section.tsx';
import { type Gestures, useGestures } from './use-gestures.tsx';

const idOf = ({ id }: { readonly id: string }) => id;

export function InboxSections({ inbox }: { inbox: Inbox }) {
  const gestures = useGestures();
  const { common, waiting, wroteAgain, followUps, returned, untouched, outcomeMissing, snoozed } = inbox;
  const left = common.total + waiting.total + wroteAgain.total + followUps.total;
  const right = returned.total + untouched.total + outcomeMissing.total + snoozed.total;
  return (
    <div className={classes.columns} data-both={(left > 0 && right > 0) || undefined}>
      {left > 0 && (
        <div>
          <Answering inbox={inbox} gestures={gestures} />
          <FollowUps section={followUps} gestures={gestures} />
        </div>
      )}
      {right > 0 && (
        <div>
          <Remembering inbox={inbox} gestures={gestures} />
          <SnoozedSection section={snoozed} />
        </div>
      )}
      {gestures.dialogs}
    </div>
  );
}

interface Props {
  inbox: Inbox;
  gestures: Gestures;
}

/** Days since an instant; late ones stand out. */
function Days({ since, late = false }: { since: string; late?: boolean }) {
  const { t } = useTranslation('inbox');
  const days = useLeadWords().daysSince(since);
  return <Tag tone={late ? 'warm' : 'plain'}>{days === 0 ? t('is.today') : t('days', { count: days })}</Tag>;
}

function useAll() {
  const { t } = useTranslation('inbox');
  const { slug } = useRegion();
  return (search: Record<string, boolean>) => (
    <PageLink to="/r/$region/leads" params={{ region: slug }} search={search}>
      {t('showAll')}
    </PageLink>
  );
}

function Answering({ inbox, gestures }: Props) {
  const { t } = useTranslation('inbox');
  const today = useFormat().dayOf();
  const all = useAll();
  const waited = ({ createdAt, replyDue }: InboxLead) => <Days since={createdAt} late={replyDue !== null && replyDue < today} />;
  return (
    <>
      <InboxSection
        title={t('waiting')}
        note={t('target', { count: inbox.targetDays })}
        section={inbox.waiting}
        itemKey={idOf}
        more={all({ waiting: true })}
      >
        {(lead) => <LeadCard lead={lead} gestures={gestures} aside={waited(lead)} />}
      </InboxSection>
      <InboxSection title={t('wroteAgain')} section={inbox.wroteAgain} itemKey={idOf}>
        {(lead) => (
          <LeadCard lead={lead} gestures={gestures} stage wrote={lead.wroteAgain} aside={<Days since={lead.wroteAgain.since} />} />
        )}
      </InboxSection>
      <InboxSection title={t('common')} note={t('commonNote')} section={inbox.common} itemKey={idOf} apart>
        {(lead) => <LeadCard lead={lead} gestures={gestures} aside={waited(lead)} />}
      </InboxSection>
    </>
  );
}

function FollowUps({ section, gestures }: { section: Inbox['followUps']; gestures: Gestures }) {
  const { t } = useTranslation('inbox');
  const [asked, setAsked] = useState<{ followUp: AskedFollowUp; status: FollowUpStatus } | null>(null);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <InboxSection title={t('followUps')} section={section} itemKey={idOf}>
        {(followUp) => (
          <FollowUpCard
            followUp={followUp}
            gestures={gestures}
            onAnswer={(status) => {
              setAsked({ followUp: { id: followUp.id, months: followUp.months, name: followUp.person.name }, status });
              setAsking(true);
            }}
          />
        )}
      </InboxSection>
      <FollowUpSheet
        asked={asked?.followUp ?? null}
        status={asked?.status ?? 'still_here'}
        opened={asking}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Remembering({ inbox, gestures }: Props) {
  const { t } = useTranslation('inbox');
  const all = useAll();
  return (
    <>
      <InboxSection title={t('returned')} section={inbox.returned} itemKey={idOf}>
        {(lead) => <LeadCard lead={lead} gestures={gestures} stage aside={<Days since={lead.touchedAt} />} />}
      </InboxSection>
      <InboxSection title={t('untouched')} section={inbox.untouched} itemKey={idOf} more={all({ untouched: true })}>
        {(lead) => <LeadCard lead={lead} gestures={gestures} stage aside={<Days since={lead.touchedAt} />} />}
      </InboxSection>
      <InboxSection title={t('outcomeMissing')} note={t('outcomeMissingNote')} section={inbox.outcomeMissing} itemKey={idOf}>
        {(lead) => (
          <LeadCard
            lead={lead}
            gestures={gestures}
            stage
            first={
              <Button fullWidth leftSection={<IconFlag3 size={17} aria-hidden />} onClick={() => gestures.moves.recordOutcome(lead)}>
                {t('recordOutcome')}
              </Button>
            }
          />
        )}
      </InboxSection>
    </>
  );
}
