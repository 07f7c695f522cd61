/** The board: a pipeline's stages side by side, each lead a card that is carried or sent by its menu. */
import { SegmentedControl, Skeleton } from '@mantine/core';
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useMutationState, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type CSSProperties, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Board } from '../../../src/lead/lead.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { BoardColumn, type BoardColumnRow } from './board-column.tsx';
import classes from './board.module.css';
import { usePipelines } from './lead-options.ts';
import type { BoardSearch } from './lead-search.ts';
import { OwnerFilter } from './owner-filter.tsx';
import { useStageMoves } from './stage-moves.tsx';
import { useCardDrag } from './use-card-drag.ts';
import { type Move, movesKey } from './use-move.ts';
import { ViewSwitch } from './view-switch.tsx';

const route = getRouteApi('/r/$region/leads/board');

export function BoardPage() {
  const { t } = useTranslation('lead');
  const { regionPath, pagePath } = useRegion();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const pipelines = usePipelines();
  const board = useQuery({ ...apiQuery(regionPath('/board'), Board, search), placeholderData: keepPreviousData });
  const change = (next: Partial<BoardSearch>) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  // On phones the round button of the bottom bar does this.
  const log = (visibleFrom?: 'md') => (
    <ButtonLink to={pagePath('/leads/new')} leftSection={<IconPlus size={18} aria-hidden />} visibleFrom={visibleFrom}>
      {t('nav.newLead')}
    </ButtonLink>
  );
  const filtered = Boolean(search.q || search.owner);
  const isEmpty = board.data?.columns.every(({ total }) => total === 0) && !filtered;
  return (
    <>
      <PageHeader
        title={t('nav.board')}
        actions={
          <>
            <ViewSwitch current="board" search={search} />
            {log('md')}
          </>
        }
      />
      <FilterChips>
        {pipelines.all.length > 1 && (
          <SegmentedControl
            aria-label={t('field.pipeline')}
            size="sm"
            data={pipelines.all.map(({ key, label }) => ({ value: key, label }))}
            value={search.pipeline ?? board.data?.pipeline ?? pipelines.all[0]?.key ?? ''}
            onChange={(pipeline) => change({ pipeline })}
          />
        )}
        <SearchBox label={t('list.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <OwnerFilter value={search.owner} onChange={(owner) => change({ owner })} />
      </FilterChips>
      {board.isPending && <BoardSkeleton />}
      {board.error && <Problem error={board.error} onRetry={() => void board.refetch()} />}
      {board.data && isEmpty && (
        <EmptyState icon={<IconLayoutKanban size={24} />} title={t('board.empty')} text={t('board.emptyText')} action={log()} />
      )}
      {board.data && !isEmpty && <Columns board={board.data} owner={search.owner} stale={board.isPlaceholderData} />}
    </>
  );
}

function Columns({ board, owner, stale }: { board: Board; owner: string | undefined; stale: boolean }) {
  const { t } = useTranslation('lead');
  const stageMoves = useStageMoves();
  const follow = useFocusOnMoved();
  const moves = {
    ...stageMoves,
    move: (...move: Parameters<typeof stageMoves.move>) => follow(move[0].id, () => stageMoves.move(...move)),
  };
  const frame = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const pending = useMutationState({
    filters: { mutationKey: movesKey, status: 'pending' },
    select: (move) => move.state.variables as Move,
  });
  const columns = useColumns(board, pending);
  const leads = new Map(columns.flatMap(({ items }) => items.map((lead) => [lead.id, lead] as const)));
  const drag = useCardDrag({
    columns: columns.map(({ stage }) => stage),
    board: frame,
    onDrop: (id, stage) => {
      const lead = leads.get(id);
      if (lead) moves.move(lead, stage);
    },
  });
  const carried = drag.carried?.by === 'keyboard' ? drag.carried : undefined;
  const over = columns.find(({ stage }) => stage === carried?.over)?.label;
  return (
    <>
      <p id={helpId} hidden>
        {t('board.help')}
      </p>
      <div role="status" className="hidden-visually">
        {carried && t('board.carrying', { name: leads.get(carried.id)?.person.name, stage: over })}
      </div>
      <div className={classes.board} ref={frame} aria-busy={stale} style={{ '--steps': columns.length - 1 } as CSSProperties}>
        {columns.map((column) => (
          <BoardColumn
            key={column.stage}
            column={column}
            pipeline={board.pipeline}
            owner={owner}
            moves={moves}
            drag={drag}
            pendingIds={new Set(pending.map(({ lead }) => lead.id))}
            helpId={helpId}
          />
        ))}
      </div>
      {moves.dialogs}
    </>
  );
}

/** Who moved a card without the mouse finds herself on it again in its new column. */
function useFocusOnMoved() {
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (!moved.current || document.activeElement !== document.body) return;
    const handle = document.querySelector<HTMLElement>(`[data-card="${moved.current}"] [data-handle]`);
    if (!handle) return;
    moved.current = null;
    handle.focus();
  });
  return (id: string, move: () => void) => {
    moved.current = id;
    move();
  };
}

/** The columns with the moves that the server has not answered yet, and `lost` at the end where one can be dropped. */
function useColumns(board: Board, pending: readonly Move[]): BoardColumnRow[] {
  const { t } = useTranslation('lead');
  const known = board.columns.some(({ stage }) => stage === 'lost');
  const all = known ? board.columns : [...board.columns, { stage: 'lost', label: t('stage.lost'), total: 0, items: [] }];
  return pending.reduce<BoardColumnRow[]>(
    (columns, { lead, stage }) => {
      const moved = columns.flatMap(({ items }) => items).find(({ id }) => id === lead.id);
      if (!moved || moved.stage === stage) return columns;
      return columns.map((column) => {
        if (column.stage === moved.stage)
          return { ...column, total: column.total - 1, items: column.items.filter(({ id }) => id !== lead.id) };
        if (column.stage === stage) return { ...column, total: column.total + 1, items: [{ ...moved, stage }, ...column.items] };
        return column;
      });
    },
    [...all],
  );
}

function BoardSkeleton() {
  return (
    <div className={classes.board} aria-hidden>
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <Skeleton key={key} h={352} radius={12} />
      ))}
    </div>
  );
}
