/** Whether the product waits to be set up, holds the demo, or is loading it; apart, since few visits ask. */
import { queryOptions } from '@tanstack/react-query';
import { SetUpState } from '../../../src/region/region.schema.ts';
import { api } from './api.ts';

export const setUpQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get('/setup', SetUpState, { signal, anonymous: true }),
});
