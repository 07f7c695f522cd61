/** A follow-up that is due: three answers, each one press away. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconClock, IconMail, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FOLLOW_UP_STATUSES, type FollowUp } from '../../../src/lead/outcome.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { telHref } from '../lead/contact-links.ts';
import type { FollowUpStatus } from '../outcome/follow-up-sheet.tsx';
import { useOutcomeWords } from '../outcome/use-outcome-words.ts';
import { Tag } from '../ui/tag.tsx';
import { ForWhom } from './for-whom.tsx';
import { card, shortcut } from './inbox-keys.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import type { Gestures } from './use-gestures.tsx';
import classes from './inbox.module.css';

interface Props {
  followUp: FollowUp;
  gestures: Gestures;
  onAnswer: (status: FollowUpStatus) => void;
}

export function FollowUpCard({ followUp, gestures, onAnswer }: Props) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { pagePath, contactPersonId } = useRegion();
  const outcomeWords = useOutcomeWords();
  const { leadId, person, months, dueOn, askedAt, outcome, assignee } = followUp;
  const { phone, email } = person;
  const name = person.name || t('nameless', { ns: 'lead' });
  const lead = { id: leadId, person: { ...person, name } };
  return (
    <article aria-label={name} className={classes.card} {...card}>
      <div className={classes.who}>
        <Link to={pagePath(`/leads/${leadId}`)} className={classes.name}>
          {name}
        </Link>
        <span className={classes.ways}>
          {phone && (
            <Tooltip label={phone}>
              <ActionIcon
                component="a"
                href={telHref(phone)}
                variant="subtle"
                size="lg"
                aria-label={t('callNamed', { name, phone })}
                onClick={() => gestures.reach('call', lead, () => onAnswer('still_here'))}
                {...shortcut('c')}
              >
                <IconPhone size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          {email && (
            <Tooltip label={email}>
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('mailNamed', { name, email })}
                onClick={() => gestures.reach('mail', lead)}
                {...shortcut('e')}
              >
                <IconMail size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          {contactPersonId && (
            <SnoozeMenu lead={{ id: leadId, name }}>
              <ActionIcon variant="subtle" size="lg" aria-label={t('snooze.named', { name })} {...shortcut('s')}>
                <IconClock size={18} aria-hidden />
              </ActionIcon>
            </SnoozeMenu>
          )}
        </span>
      </div>
      <p className={classes.wish}>
        {outcome ? `${outcomeWords(outcome, outcome.organisation)}. ` : ''}
        {t('stillHere')}
      </p>
      <div className={classes.facts}>
        <ForWhom person={assignee} />
        <Tag>{t('followUp.months', { count: months })}</Tag>
        <Tag tone={dueOn < format.dayOf() ? 'warm' : 'lake'}>{t('due', { day: format.day(dueOn) })}</Tag>
        {askedAt && <Tag>{t('askedByMail', { day: format.day(format.dayOf(askedAt)) })}</Tag>}
      </div>
      <div className={classes.actions}>
        {FOLLOW_UP_STATUSES.map((status) => (
          <Button key={status} variant="default" onClick={() => onAnswer(status)} aria-label={`${t(`answer.${status}`)}: ${name}`}>
            {t(`answer.${status}`)}
          </Button>
        ))}
      </div>
    </article>
  );
}
