/** A lead that waits: who, what she wants, where it began, and what can be done at once. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxLead, WroteAgainLead } from '../../../src/lead/inbox.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { usePipelines } from '../lead/lead-options.ts';
import { useLeadWords } from '../lead/lead-words.ts';
import { ProtectedMark } from '../lead/protected-mark.tsx';
import { StageTag } from '../lead/stage-tag.tsx';
import { Tag } from '../ui/tag.tsx';
import { PassActions, ReachActions, TakeAction } from './card-actions.tsx';
import { ForWhom } from './for-whom.tsx';
import classes from './inbox.module.css';
import { card } from './inbox-keys.ts';
import type { Gestures } from './use-gestures.tsx';

interface Props {
  lead: InboxLead;
  gestures: Gestures;
  /** At the right of the name: how long it waits. */
  aside?: ReactNode;
  /** The first button, before the call. */
  first?: ReactNode;
  /** What she wrote again: the one reason why the card is here, also when it was put off. */
  wrote?: WroteAgainLead['wroteAgain'];
  /** Shows the stage, where it is not the first. */
  stage?: boolean;
}

export function LeadCard({ lead, gestures, aside, first, wrote, stage = false }: Props) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { pagePath, contactPersonId } = useRegion();
  const words = useLeadWords();
  const pipelines = usePipelines();
  const { id, person, source, createdAt, owner, replyDue, returned, snoozedUntil } = lead;
  const cameEarlier = snoozedUntil !== null && snoozedUntil > format.dayOf();
  const name = person.name || t('nameless', { ns: 'lead' });
  const canTake = !owner && contactPersonId !== null;
  return (
    <article aria-label={name} className={classes.card} {...card}>
      <div className={classes.who}>
        <Link to={pagePath(`/leads/${id}`)} className={classes.name}>
          {name}
        </Link>
        {aside}
      </div>
      <p className={classes.wish}>{words.wish(lead)}</p>
      {(wrote?.text ?? lead.words) && <blockquote className={classes.words}>{wrote?.text ?? lead.words}</blockquote>}
      <div className={classes.facts}>
        <ProtectedMark person={person} />
        <ForWhom person={owner} />
        {returned && !wrote && <Tag tone="good">{t(cameEarlier ? 'gotInTouch' : 'isBack')}</Tag>}
        {stage && <StageTag lead={lead} label={pipelines.stage(lead.pipeline, lead.stage)} />}
        <Tag>{words.source(source)}</Tag>
        <Tag>{t('came', { how: source?.activity ? t(`how.${source.how}`) : t('created'), day: format.day(format.dayOf(createdAt)) })}</Tag>
        {replyDue && <Tag tone={replyDue < format.dayOf() ? 'warm' : 'plain'}>{t('replyBy', { day: format.day(replyDue) })}</Tag>}
      </div>
      {canTake && (
        <div className={classes.first}>
          <TakeAction lead={lead} gestures={gestures} />
        </div>
      )}
      {first && <div className={classes.first}>{first}</div>}
      <ReachActions lead={lead} gestures={gestures} second={canTake || first !== undefined} />
      <PassActions lead={lead} gestures={gestures} />
    </article>
  );
}
