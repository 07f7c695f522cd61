/** One lead on the board: who, what she wants, where it began, how long it has waited. */
import { ActionIcon } from '@mantine/core';
import { IconArrowsMove, IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LeadItem } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { Initials } from '../ui/initials.tsx';
import { Tag } from '../ui/tag.tsx';
import classes from './board.module.css';
import { useLeadWords } from './lead-words.ts';
import { MoveMenu } from './move-menu.tsx';
import { ProtectedMark } from './protected-mark.tsx';
import type { StageMoves } from './stage-moves.tsx';
import type { useCardDrag } from './use-card-drag.ts';

interface Props {
  lead: LeadItem;
  moves: StageMoves;
  drag: ReturnType<typeof useCardDrag>;
  pending: boolean;
  /** The id of the words that tell how the handle is used. */
  helpId: string;
}

export function BoardCard({ lead, moves, drag, pending, helpId }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { pagePath } = useRegion();
  const words = useLeadWords();
  const name = lead.person.name || t('nameless');
  const carried = drag.carried?.id === lead.id ? drag.carried : undefined;
  const style = carried?.by === 'pointer' ? { transform: `translate(${carried.x}px, ${carried.y}px) rotate(1.5deg)` } : undefined;
  const waits = !lead.respondedAt && !lead.closedAt;
  return (
    <li
      className={classes.card}
      data-card={lead.id}
      data-carried={carried?.by}
      data-pending={pending || undefined}
      style={style}
      {...drag.card(lead.id, lead.stage)}
    >
      <Link to={pagePath(`/leads/${lead.id}`)} draggable={false} className={classes.name}>
        {name}
      </Link>
      <p className={classes.wish}>{words.wish(lead)}</p>
      <div className={classes.facts}>
        <ProtectedMark person={lead.person} />
        {waits && <Tag tone="warm">{t('waitsDays', { count: words.daysSince(lead.createdAt) })}</Tag>}
        {lead.outcomeMissing && <Tag tone="warm">{t('outcomeMissing.short')}</Tag>}
        {lead.source && <Tag>{words.source(lead.source)}</Tag>}
      </div>
      <div className={classes.foot}>
        {lead.owner ? (
          <span title={lead.owner.name}>
            <Initials name={lead.owner.name} size={22} />
            <span className="hidden-visually">{t('ownedBy', { owner: lead.owner.name })}</span>
          </span>
        ) : (
          <span>{t('owner.none')}</span>
        )}
        <span className={classes.ago}>{format.agoShort(lead.touchedAt)}</span>
        <span className={classes.tools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.tool}
            aria-label={t('carry', { name })}
            aria-describedby={helpId}
            {...drag.handle(lead.id, lead.stage)}
          >
            <IconArrowsMove size={16} aria-hidden />
          </ActionIcon>
          <MoveMenu lead={lead} moves={moves}>
            <ActionIcon variant="subtle" color="gray" className={classes.tool} aria-label={t('moveNamed', { name })}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </MoveMenu>
        </span>
      </div>
    </li>
  );
}
