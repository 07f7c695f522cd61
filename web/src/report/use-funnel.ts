/** The funnel report as the page asks for it: the whole with its comparison, its breakdowns, and how many were ever answered. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Breakdown, Funnel } from '../../../src/report/funnel.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useFunnelView } from './funnel-view.tsx';

export const REPORT = '/reports/funnel';

export function useFunnel() {
  const { regionPath } = useRegion();
  const { query, comparison } = useFunnelView();
  return useQuery({ ...apiQuery(regionPath(REPORT), Funnel, { ...query, ...comparison }), placeholderData: keepPreviousData });
}

/** The rows of one breakdown. */
export function useFunnelBy(by: Breakdown, { enabled = true }: { enabled?: boolean } = {}) {
  const { regionPath } = useRegion();
  const { query, model } = useFunnelView();
  return useQuery({
    ...apiQuery(regionPath(REPORT), Funnel, { ...query, by, model }),
    // Rows of another dimension would stand under the wrong name.
    placeholderData: (previous, asked) => (asked && isOf(asked.queryKey.at(-1), by) ? previous : undefined),
    enabled,
  });
}

/** Over the steps that all pipelines have: how many leads of this pipeline got an answer. */
export function useAnswered(pipeline: string | undefined, { enabled = true }: { enabled?: boolean } = {}) {
  const { regionPath } = useRegion();
  const { query } = useFunnelView();
  return useQuery({
    ...apiQuery(regionPath(REPORT), Funnel, { ...query, pipeline: query['pipeline'] ?? pipeline, by: 'pipeline' }),
    placeholderData: keepPreviousData,
    enabled: enabled && Boolean(query['pipeline'] ?? pipeline),
  });
}

const isOf = (query: unknown, by: Breakdown): boolean => typeof query === 'object' && query !== null && 'by' in query && query.by === by;
