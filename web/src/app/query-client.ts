/** The cache of answers: what is stale when, and what is worth another try. */
import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && isPassing(error),
    },
    mutations: { networkMode: 'always' },
  },
});
