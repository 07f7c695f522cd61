/** The view of the funnel that its address holds, and the ways to change it, for all parts of the page. */
import { getRouteApi } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { type Behind, type FunnelSearch, usual } from './funnel-search.ts';
import { type ReportView, useReportQuestion } from './report-view.tsx';

const route = getRouteApi('/r/$region/funnel');

export interface FunnelView extends ReportView {
  search: FunnelSearch;
  model: NonNullable<FunnelSearch['model']>;
  change: (next: Partial<FunnelSearch>) => void;
  /** Shows the leads behind a number. */
  open: (behind: Behind) => void;
}

const Context = createContext<FunnelView | null>(null);
export const FunnelViewProvider = Context;

export function useFunnelView(): FunnelView {
  const view = useContext(Context);
  if (!view) throw new Error('useFunnelView is for the parts of the funnel');
  return view;
}

/** Null while the days of the region's programme are not known. */
export function useFunnelOfAddress(define: FunnelView['define']): FunnelView | null {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const question = useReportQuestion(search);
  if (!question) return null;
  return {
    ...question,
    search,
    query: { ...question.query, windowDays: search.windowDays ?? usual.windowDays },
    usualPipelines: 'first',
    model: search.model ?? usual.model,
    change: (next) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false }),
    open: (behind) => void navigate({ search: (old) => ({ ...old, behind }), resetScroll: false }),
    define,
  };
}
