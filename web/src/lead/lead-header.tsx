/** The head of a lead's page: the name, what she wants, and the ways to reach her. */
import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFlag3, IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { ContactStopped } from '../privacy/contact-stopped.tsx';
import { MessageSheet } from '../mail/message-sheet.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tag } from '../ui/tag.tsx';
import { telHref } from './contact-links.ts';
import { useLeadWords } from './lead-words.ts';
import { ProtectedMark } from './protected-mark.tsx';
import type { StageMoves } from './stage-moves.tsx';

export function LeadHeader({ lead, moves }: { lead: Lead; moves: StageMoves }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { pagePath } = useRegion();
  const words = useLeadWords();
  const [writing, write] = useDisclosure(false);
  const { person, restriction, source, createdAt, respondedAt, closedAt, outcomeMissing } = lead;
  const waits = !respondedAt && !closedAt && !restriction;
  return (
    <>
      <PageHeader
        crumb={<PageLink to={pagePath('/leads')}>{t('nav.leads')}</PageLink>}
        title={person.name || t('nameless')}
        sentence={words.wish(lead)}
        meta={
          <>
            <ProtectedMark person={person} />
            {waits && <Tag tone="warm">{t('waitsDays', { count: words.daysSince(createdAt) })}</Tag>}
            <Tag>{words.source(source)}</Tag>
            <span>{t('createdOn', { day: format.day(format.dayOf(createdAt)) })}</span>
          </>
        }
        actions={
          <>
            {!restriction && person.phone && (
              <Button component="a" href={telHref(person.phone)} leftSection={<IconPhone size={18} aria-hidden />}>
                {t('do.call')}
              </Button>
            )}
            {!restriction && person.email && (
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
        }
      />
      <ContactStopped restriction={restriction} />
      <MessageSheet lead={lead} opened={writing} onClose={write.close} />
      {outcomeMissing && (
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
