/** A list of the API read page by page: items so far, the total, and whether there is more. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { api, apiKey, type Query } from './api.ts';

/** What DataList shows; made by `useList`, or by hand for a list that is already there. */
export interface ListState<Row> {
  items: readonly Row[];
  total: number | undefined;
  loading: boolean;
  /** Items of an older filter are shown while the new ones come. */
  stale: boolean;
  error: unknown;
  retry: () => void;
  more: (() => void) | undefined;
  loadingMore: boolean;
}

export function useList<S extends z.ZodType>(path: string, item: S, query: Query = {}): ListState<z.output<S>> {
  const page = pageOf(item);
  const list = useInfiniteQuery({
    queryKey: [...apiKey(path), { list: query }],
    queryFn: ({ pageParam, signal }) => api.get(path, page, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
  const pages = list.data?.pages ?? [];
  return {
    items: pages.flatMap((one) => one.items),
    total: pages.at(-1)?.total,
    loading: list.isPending,
    stale: list.isPlaceholderData,
    error: list.error,
    retry: () => void list.refetch(),
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    loadingMore: list.isFetchingNextPage,
  };
}

/** A ListState of rows that need no loading. */
export function settledList<Row>(items: readonly Row[]): ListState<Row> {
  return {
    items,
    total: items.length,
    loading: false,
    stale: false,
    error: null,
    retry: () => undefined,
    more: undefined,
    loadingMore: false,
  };
}
