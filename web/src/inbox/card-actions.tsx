/** The gestures of a card, each one press, by pointer, tab or its letter. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowRight, IconClock, IconDots, IconHandGrab, IconMail, IconNote, IconPhone, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxLead } from '../../../src/lead/inbox.schema.ts';
import { useRegion } from '../app/region.tsx';
import { telHref } from '../lead/contact-links.ts';
import { usePipelines } from '../lead/lead-options.ts';
import { MoveMenu } from '../lead/move-menu.tsx';
import classes from './inbox.module.css';
import { shortcut } from './inbox-keys.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import type { Gestures } from './use-gestures.tsx';

interface Props {
  lead: InboxLead;
  gestures: Gestures;
  /** Whether another button stands before these, so that none of them is the first thing to do. */
  second: boolean;
}

/** Reaching the person: call, write, note down. */
export function ReachActions({ lead, gestures, second }: Props) {
  const { t } = useTranslation('inbox');
  const { name, phone, email } = lead.person;
  return (
    <div className={classes.actions}>
      {phone && (
        <Button
          component="a"
          href={telHref(phone)}
          variant={second ? 'default' : 'filled'}
          leftSection={<IconPhone size={17} aria-hidden />}
          aria-label={t('callNamed', { name, phone })}
          onClick={() => gestures.reach('call', lead)}
          {...shortcut('c')}
        >
          {t('do.call')}
        </Button>
      )}
      {email && (
        <Button
          variant={second || phone ? 'default' : 'filled'}
          leftSection={<IconMail size={17} aria-hidden />}
          aria-label={t('mailNamed', { name, email })}
          onClick={() => gestures.reach('mail', lead)}
          {...shortcut('e')}
        >
          {t('mail')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconNote size={17} aria-hidden />}
        onClick={() => gestures.reach('note', lead)}
        aria-label={t('noteNamed', { name })}
        {...shortcut('n')}
      >
        {t('note')}
      </Button>
    </div>
  );
}

/** What becomes of the lead: later, on to the next stage, to a colleague, or anything else. */
export function PassActions({ lead, gestures }: Omit<Props, 'second'>) {
  const { t } = useTranslation('inbox');
  const { contactPersonId } = useRegion();
  const pipelines = usePipelines();
  const { name } = lead.person;
  const stages = pipelines.stages(lead.pipeline);
  const at = stages.findIndex(({ key }) => key === lead.stage);
  const next = at >= 0 ? stages[at + 1] : undefined;
  return (
    <div className={classes.passing}>
      {contactPersonId && (
        <SnoozeMenu lead={{ id: lead.id, name }}>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconClock size={16} aria-hidden />}
            aria-label={t('snooze.named', { name })}
            {...shortcut('s')}
          >
            {t('snooze.short')}
          </Button>
        </SnoozeMenu>
      )}
      {next && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => gestures.moves.move(lead, next.key)}
          aria-label={t('nextNamed', { name, stage: next.label })}
          {...shortcut('m')}
        >
          {next.label}
        </Button>
      )}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconUserShare size={16} aria-hidden />}
        onClick={() => gestures.give(lead)}
        aria-label={t('giveNamed', { name })}
        {...shortcut('g')}
      >
        {t('give')}
      </Button>
      <MoveMenu lead={lead} moves={gestures.moves}>
        <ActionIcon variant="subtle" size={30} aria-label={t('otherStage', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </MoveMenu>
    </div>
  );
}

/** The one thing to do with a lead that nobody owns. */
export function TakeAction({ lead, gestures }: Omit<Props, 'second'>) {
  const { t } = useTranslation('inbox');
  return (
    <Button
      fullWidth
      leftSection={<IconHandGrab size={17} aria-hidden />}
      loading={gestures.taking === lead.id}
      onClick={() => gestures.take(lead)}
      aria-label={t('take.named', { name: lead.person.name })}
      {...shortcut('t')}
    >
      {t('take.short')}
    </Button>
  );
}
