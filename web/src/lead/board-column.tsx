/** One stage of the board: its name, how many stand there, the newest of them. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { PageLink } from '../ui/link.tsx';
import { useRegion } from '../app/region.tsx';
import { BoardCard } from './board-card.tsx';
import classes from './board.module.css';
import type { StageMoves } from './stage-moves.tsx';
import type { useCardDrag } from './use-card-drag.ts';

export type BoardColumnRow = Board['columns'][number];

interface Props {
  column: BoardColumnRow;
  pipeline: string;
  owner: string | undefined;
  moves: StageMoves;
  drag: ReturnType<typeof useCardDrag>;
  pendingIds: ReadonlySet<string>;
  helpId: string;
}

export function BoardColumn({ column, pipeline, owner, moves, drag, pendingIds, helpId }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { slug } = useRegion();
  const id = useId();
  const { stage, label, total, items } = column;
  // What is lost stands in no column: here it can only be dropped.
  const isLost = stage === 'lost';
  const isOver = drag.carried !== null && drag.carried.over === stage && drag.carried.from !== stage;
  return (
    <section className={classes.column} aria-labelledby={id} data-column={stage} data-over={isOver || undefined}>
      <h2 id={id} className={classes.heading}>
        {label} {!isLost && <span className={classes.total}>{format.number(total)}</span>}
      </h2>
      {items.length > 0 ? (
        <ul className={classes.cards}>
          {items.map((lead) => (
            <BoardCard key={lead.id} lead={lead} moves={moves} drag={drag} pending={pendingIds.has(lead.id)} helpId={helpId} />
          ))}
        </ul>
      ) : (
        <p className={classes.none}>{isLost ? t('board.dropLost') : t('board.none')}</p>
      )}
      {(isLost || (total > items.length && items.length > 0)) && (
        <PageLink to="/r/$region/leads" params={{ region: slug }} search={{ pipeline, owner, stage: [stage] }} className={classes.all}>
          {isLost ? t('board.allLost') : t('board.all', { count: total, total: format.number(total) })}
        </PageLink>
      )}
    </section>
  );
}
