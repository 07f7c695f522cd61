/** A lead that waits: who, what she wants, where it began, and what can be done at once. */
import { Button } from '@mantine/core';
import { IconMail, IconNote, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadItem } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { mailHref, telHref } from '../lead/contact-links.ts';
import { usePipelines } from '../lead/lead-options.ts';
import { useLeadWords } from '../lead/lead-words.ts';
import { MoveMenu } from '../lead/move-menu.tsx';
import { ProtectedMark } from '../lead/protected-mark.tsx';
import type { StageMoves } from '../lead/stage-moves.tsx';
import { StageTag } from '../lead/stage-tag.tsx';
import { Tag } from '../ui/tag.tsx';
import classes from './inbox.module.css';

interface Props {
  lead: LeadItem;
  moves: StageMoves;
  /** At the right of the name: how long it waits. */
  aside: ReactNode;
  onNote: (lead: LeadItem) => void;
  /** The first button, instead of the call. */
  first?: ReactNode;
  /** Shows the stage, where it is not the first. */
  stage?: boolean;
}

export function LeadCard({ lead, moves, aside, onNote, first, stage = false }: Props) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { pagePath } = useRegion();
  const words = useLeadWords();
  const pipelines = usePipelines();
  const { id, person, source, createdAt, owner } = lead;
  const name = person.name || t('nameless', { ns: 'lead' });
  const { phone, email } = person;
  return (
    <article aria-label={name}>
      <div className={classes.who}>
        <Link to={pagePath(`/leads/${id}`)} className={classes.name}>
          {name}
        </Link>
        {aside}
      </div>
      <p className={classes.wish}>{words.wish(lead)}</p>
      <div className={classes.facts}>
        <ProtectedMark person={person} />
        {stage && <StageTag lead={lead} label={pipelines.stage(lead.pipeline, lead.stage)} />}
        <Tag>{words.source(source)}</Tag>
        <Tag>{t('came', { how: source?.activity ? t(`how.${source.how}`) : t('created'), day: format.day(format.dayOf(createdAt)) })}</Tag>
        {!owner && <Tag tone="warm">{t('nobodys')}</Tag>}
      </div>
      {first && <div className={classes.first}>{first}</div>}
      <div className={classes.actions}>
        {phone && (
          <Button
            component="a"
            href={telHref(phone)}
            variant={first ? 'default' : 'filled'}
            leftSection={<IconPhone size={17} aria-hidden />}
            aria-label={t('callNamed', { name, phone })}
          >
            {t('do.call')}
          </Button>
        )}
        {email && (
          <Button
            component="a"
            href={mailHref(email)}
            variant={first || phone ? 'default' : 'filled'}
            leftSection={<IconMail size={17} aria-hidden />}
            aria-label={t('mailNamed', { name, email })}
          >
            {t('mail')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconNote size={17} aria-hidden />}
          onClick={() => onNote(lead)}
          aria-label={t('noteNamed', { name })}
        >
          {t('note')}
        </Button>
        <MoveMenu lead={lead} moves={moves} />
      </div>
    </article>
  );
}
