/** The whole story of a lead, the newest day first. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead, TimelineEntry } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { TimelineItem } from './timeline-item.tsx';
import classes from './timeline.module.css';
import { TouchSheet } from './touch-sheet.tsx';
import { VoidSheet } from './void-sheet.tsx';

export function TimelinePanel({ lead }: { lead: Lead }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const [adding, add] = useDisclosure(false);
  const [voided, setVoided] = useState<TimelineEntry | null>(null);
  const [voiding, voidSheet] = useDisclosure(false);
  const days = byDay(lead.timeline, format.dayOf);
  return (
    <Panel
      title={t('story.title')}
      actions={
        !lead.erasedAt && (
          <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.open}>
            {t('story.addTouch')}
          </Button>
        )
      }
    >
      {[...days].map(([day, entries]) => (
        <section key={day} aria-label={format.day(day)}>
          <h3 className={classes.day}>{dayWords(day)}</h3>
          <ol className={classes.entries}>
            {entries.map((entry) => (
              <TimelineItem
                key={entry.id}
                entry={entry}
                pipeline={lead.pipeline}
                onVoid={() => {
                  setVoided(entry);
                  voidSheet.open();
                }}
              />
            ))}
          </ol>
        </section>
      ))}
      <TouchSheet lead={lead} opened={adding} onClose={add.close} />
      {voided && <VoidSheet key={voided.id} entry={voided} opened={voiding} onClose={voidSheet.close} />}
    </Panel>
  );

  function dayWords(day: string): string {
    const today = format.dayOf();
    if (day === today) return t('story.today');
    const yesterday = format.dayOf(new Date(Date.now() - 86_400_000));
    return day === yesterday ? t('story.yesterday') : format.day(day);
  }
}

function byDay(timeline: readonly TimelineEntry[], dayOf: (instant: string) => string): Map<string, TimelineEntry[]> {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of timeline) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}
