/** The view of the funnel that the address holds, and the ways to change it, for all parts of the page. */
import { getRouteApi } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { Query } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import type { DefinitionKey } from './definitions.ts';
import { type Period, periodOf, programmeDays } from './funnel-period.ts';
import { type Behind, FILTERS, type FunnelSearch, usual } from './funnel-search.ts';
import { useProgrammes } from './region-lists.ts';

const route = getRouteApi('/r/$region/funnel');

export interface FunnelView {
  search: FunnelSearch;
  period: Period;
  /** What the API is asked, without a breakdown and without a comparison. */
  query: Query;
  /** The comparison, for the API. */
  comparison: Query;
  model: NonNullable<FunnelSearch['model']>;
  change: (next: Partial<FunnelSearch>) => void;
  /** Shows the leads behind a number. */
  open: (behind: Behind) => void;
  /** Shows how a figure is counted. */
  define: (key: DefinitionKey) => void;
}

const Context = createContext<FunnelView | null>(null);
export const FunnelViewProvider = Context;

export function useFunnelView(): FunnelView {
  const view = useContext(Context);
  if (!view) throw new Error('useFunnelView is for the parts of the funnel');
  return view;
}

/** Null while the days of the region's programme are not known. */
export function useViewOfAddress(define: FunnelView['define']): FunnelView | null {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { demo } = useRegion();
  const format = useFormat();
  const programmes = useProgrammes();
  const needsProgramme = demo && !search.period && !(search.from && search.to);
  if (needsProgramme && programmes.isPending) return null;
  const first = programmes.data?.items[0];
  const period = periodOf(search, format.dayOf(), demo && first ? programmeDays(first) : undefined);
  return {
    search,
    period,
    query: {
      from: period.from,
      to: period.to,
      windowDays: search.windowDays ?? usual.windowDays,
      pipeline: search.pipeline,
      ...Object.fromEntries(FILTERS.map((filter) => [filter, search[filter]])),
    },
    comparison: comparisonOf(search, period),
    model: search.model ?? usual.model,
    change: (next) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false }),
    open: (behind) => void navigate({ search: (old) => ({ ...old, behind }), resetScroll: false }),
    define,
  };
}

/** All time has no time before it. */
function comparisonOf({ compare, compareFrom, compareTo }: FunnelSearch, { kind }: Period): Query {
  if (compareFrom && compareTo && compareFrom < compareTo) return { compareFrom, compareTo };
  return { compare: kind === 'all' ? 'none' : (compare ?? usual.compare) };
}
