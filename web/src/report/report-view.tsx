/** The view of a report that the address holds, and the ways to change it, for all parts that reports have in common. */
import { createContext, useContext } from 'react';
import type { Query } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import type { DefinitionKey } from './definitions.ts';
import { useProgrammes } from './region-lists.ts';
import { type Period, periodOf, programmeDays } from './report-period.ts';
import { FILTERS, type ReportSearch, USUAL_COMPARISON } from './report-search.ts';

export interface ReportView {
  search: ReportSearch;
  period: Period;
  /** What the API is asked, without a comparison. */
  query: Query;
  /** The comparison, for the API. */
  comparison: Query;
  /** Which pipelines the report is of unless the address says so. */
  usualPipelines: 'first' | 'all';
  change: (next: Partial<ReportSearch>) => void;
  /** Shows how a figure is counted. */
  define: (key: DefinitionKey) => void;
}

const Context = createContext<ReportView | null>(null);
export const ReportViewProvider = Context;

export function useReportView(): ReportView {
  const view = useContext(Context);
  if (!view) throw new Error('useReportView is for the parts of a report');
  return view;
}

/** What follows from the search of any report's address. Null while the days of the region's programme are not known. */
export function useReportQuestion(search: ReportSearch): Pick<ReportView, 'period' | 'query' | 'comparison'> | null {
  const { demo } = useRegion();
  const format = useFormat();
  const programmes = useProgrammes();
  const needsProgramme = demo && !search.period && !(search.from && search.to);
  if (needsProgramme && programmes.isPending) return null;
  const first = programmes.data?.items[0];
  const period = periodOf(search, format.dayOf(), demo && first ? programmeDays(first) : undefined);
  return {
    period,
    query: {
      from: period.from,
      to: period.to,
      pipeline: search.pipeline,
      ...Object.fromEntries(FILTERS.map((filter) => [filter, search[filter]])),
    },
    comparison: comparisonOf(search, period),
  };
}

/** All time has no time before it. */
function comparisonOf({ compare, compareFrom, compareTo }: ReportSearch, { kind }: Period): Query {
  if (compareFrom && compareTo && compareFrom < compareTo) return { compareFrom, compareTo };
  return { compare: kind === 'all' ? 'none' : (compare ?? USUAL_COMPARISON) };
}
