/** Each kind of entry of a lead's story in words and with its sign. */
import {
  type Icon,
  IconArrowBigRightLine,
  IconCalendarCheck,
  IconFlag3,
  IconFlagOff,
  IconMail,
  IconMessageCircle,
  IconNote,
  IconScale,
  IconSparkles,
  IconUserShare,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useOutcomeWords } from '../outcome/use-outcome-words.ts';
import { useLostReasons, usePipelines } from './lead-options.ts';

export interface EntryWords {
  icon: Icon;
  title: string;
  /** More about it, on its own line. */
  text?: string | undefined;
  tone: 'plain' | 'lake' | 'good' | 'warm';
}

export function useTimelineWords(pipeline: string): (entry: TimelineEntry) => EntryWords {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const pipelines = usePipelines();
  const reasons = useLostReasons();
  const outcomeWords = useOutcomeWords();

  const stage = ({ stage: key, reason }: NonNullable<TimelineEntry['stage']>): EntryWords => {
    if (key === 'lost')
      return { icon: IconFlagOff, tone: 'plain', title: t('story.lost'), text: reason ? reasons.name(reason) : undefined };
    return {
      icon: IconArrowBigRightLine,
      tone: key === 'won' ? 'good' : 'lake',
      title: t('story.stage', { stage: pipelines.stage(pipeline, key) }),
    };
  };
  const owner = ({ from, to, controllerChanged }: NonNullable<TimelineEntry['owner']>): EntryWords => {
    const names = { from: from?.name, to: to?.name ?? t('owner.none') };
    const title = from ? t('story.ownerChanged', names) : t('story.owner', names);
    return { icon: IconUserShare, tone: 'plain', title, text: controllerChanged ? t('story.controllerChanged') : undefined };
  };
  const followUp = ({ months, status, cameAnyway, note, answeredBy }: NonNullable<TimelineEntry['followUp']>): EntryWords => ({
    icon: IconCalendarCheck,
    tone: status === 'still_here' ? 'good' : 'plain',
    title: t('story.followUp', { count: months, answer: t(`followUp.${status}`) }),
    text:
      [answeredBy === 'person' && t('story.answeredHerself'), cameAnyway && t(`cameAnyway.${cameAnyway}`), note]
        .filter(Boolean)
        .join('. ') || undefined,
  });
  const basis = ({ kind, noticeVersion, noticeGiven }: NonNullable<TimelineEntry['basis']>): EntryWords => ({
    icon: IconScale,
    tone: 'plain',
    title: t('story.basis', { basis: t(`basis.${kind}`) }),
    text:
      [noticeVersion && t('noticeVersion', { version: noticeVersion }), noticeGiven && t(`noticeGiven.${noticeGiven}`)]
        .filter(Boolean)
        .join(', ') || undefined,
  });

  return (entry) => {
    if (entry.touch) {
      const { how, activity, organisation } = entry.touch;
      return { icon: IconMessageCircle, tone: 'lake', title: t(`how.${how}`), text: activity ? undefined : organisation?.name };
    }
    if (entry.stage) return stage(entry.stage);
    if (entry.owner) return owner(entry.owner);
    if (entry.message)
      return {
        icon: IconMail,
        tone: entry.message.state === 'failed' ? 'warm' : 'plain',
        title: t(`story.message.${entry.message.state}`),
        text: entry.message.text,
      };
    if (entry.note)
      return { icon: IconNote, tone: 'plain', title: t(entry.note.contact ? 'story.contact' : 'word.note'), text: entry.note.text };
    if (entry.outcome) {
      const { organisation, day } = entry.outcome;
      return { icon: IconFlag3, tone: 'good', title: outcomeWords(entry.outcome, organisation?.name ?? null), text: format.day(day) };
    }
    if (entry.followUp) return followUp(entry.followUp);
    if (entry.basis) return basis(entry.basis);
    return { icon: IconSparkles, tone: 'plain', title: t('story.created') };
  };
}
