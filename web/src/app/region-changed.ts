/** After a write in a region: every figure that is on a page is fetched anew, what is only remembered counts as stale. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { apiKey } from './api.ts';
import { useRegion } from './region.tsx';

/** Settings that no lead, touch or outcome changes. */
const settings = ['pipelines', 'lost-reasons', 'heard-from-options', 'partners', 'channels', 'programmes'];

/** `await changed()` resolves when the pages show the new figures. */
export function useRegionChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  const { regionPath } = useRegion();
  return useCallback(
    () =>
      queryClient.invalidateQueries({
        queryKey: apiKey(regionPath('')),
        predicate: ({ queryKey }) => typeof queryKey[2] === 'string' && !settings.includes(queryKey[2]),
      }),
    [queryClient, regionPath],
  );
}
