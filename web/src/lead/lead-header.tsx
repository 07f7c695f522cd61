/** The head of a lead's page: the name, what she wants, and the ways to reach her. */
import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFlag3, IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { ContactStopped } from '../privacy/contact-stopped.tsx';
import { ErasedNotice } from '../privacy/erased-notice.tsx';
import { MessageSheet } from '../mail/message-sheet.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tag } from '../ui/tag.tsx';
import { telHref } from './contact-links.ts';
import { usePipelines } from './lead-options.ts';
import { useLeadWords } from './lead-words.ts';
import { ProtectedMark } from './protected-mark.tsx';
import type { StageMoves } from './stage-moves.tsx';
import { StageTag } from './stage-tag.tsx';

export function LeadHeader({ lead, moves }: { lead: Lead; moves: StageMoves }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { pagePath } = useRegion();
  const words = useLeadWords();
  const [writing, write] = useDisclosure(false);
  const pipelines = usePipelines();
  const { person, restriction, erasedAt, source, createdAt, respondedAt, closedAt, outcomeMissing } = lead;
  const reachable = !restriction && !erasedAt;
  const waits = !respondedAt && !closedAt && reachable;
  return (
    <>
      <PageHeader
        crumb={<PageLink to={pagePath('/leads')}>{t('nav.leads')}</PageLink>}
        title={person.name || t('nameless')}
        sentence={words.wish(lead)}
        meta={
          <>
            <ProtectedMark person={person} />
            {erasedAt && <StageTag lead={lead} label={pipelines.stage(lead.pipeline, lead.stage)} />}
            {waits && <Tag tone="warm">{t('waitsDays', { count: words.daysSince(createdAt) })}</Tag>}
            <Tag>{words.source(source)}</Tag>
            <span>{t('createdOn', { day: format.day(format.dayOf(createdAt)) })}</span>
          </>
        }
        actions={
          !erasedAt && (
            <>
              {reachable && person.phone && (
                <Button component="a" href={telHref(person.phone)} leftSection={<IconPhone size={18} aria-hidden />}>
                  {t('do.call')}
                </Button>
              )}
              {reachable && person.email && (
                <Button onClick={write.open} variant={person.phone ? 'default' : 'filled'} leftSection={<IconMail size={18} aria-hidden />}>
                  {t('do.email')}
                </Button>
              )}
              <Button
                variant="default"
                visibleFrom="sm"
                leftSection={<IconFlag3 size={18} aria-hidden />}
                onClick={() => moves.recordOutcome(lead)}
              >
                {t('recordOutcome')}
              </Button>
            </>
          )
        }
      />
      {erasedAt ? <ErasedNotice at={erasedAt} /> : <ContactStopped restriction={restriction} />}
      <MessageSheet lead={lead} opened={writing} onClose={write.close} />
      {outcomeMissing && !erasedAt && (
        <Alert color="warm" mb={18} title={t('outcomeMissing.title')} icon={<IconFlag3 aria-hidden />}>
          {t('outcomeMissing.text')}
          <div>
            <Button mt="sm" size="sm" onClick={() => moves.recordOutcome(lead)}>
              {t('recordOutcome')}
            </Button>
          </div>
        </Alert>
      )}
    </>
  );
}
