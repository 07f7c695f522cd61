/** The follow-ups of a lead with their dates; one that is due can be answered here. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { type AskedFollowUp, FollowUpSheet } from '../outcome/follow-up-sheet.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import classes from './lead.module.css';

export function FollowUpsPanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const today = format.dayOf();
  const [asked, setAsked] = useState<AskedFollowUp | null>(null);
  const [asking, ask] = useDisclosure(false);
  const shown = lead.followUps.filter(({ cancelled, answered }) => !cancelled || answered);
  if (shown.length === 0) return null;
  return (
    <Panel title={t('word.followUps')}>
      <ul className={classes.rows}>
        {shown.map(({ id, months, dueOn, answered }) => (
          <li key={id}>
            <span>
              {t('followUp.months', { count: months })}
              <small>{format.day(dueOn)}</small>
            </span>
            {answered ? (
              <Tag tone="good">{t('followUpState.answered')}</Tag>
            ) : dueOn <= today ? (
              <Button
                size="xs"
                onClick={() => {
                  setAsked({ id, months, name: lead.person.name });
                  ask.open();
                }}
              >
                {t('followUpState.answer')}
              </Button>
            ) : (
              <Tag tone="plain">{t('followUpState.coming')}</Tag>
            )}
          </li>
        ))}
      </ul>
      <FollowUpSheet asked={asked} status="still_here" opened={asking} onClose={ask.close} />
    </Panel>
  );
}
