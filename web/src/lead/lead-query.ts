/** One lead with its story, and the version it was read at. */
import { queryOptions } from '@tanstack/react-query';
import { Lead } from '../../../src/lead/lead.schema.ts';
import { api, apiKey } from '../app/api.ts';

export interface ReadLead {
  value: Lead;
  etag: string | undefined;
}

/** `path`: `regionPath('/leads/' + id)`. */
export function leadQuery(path: string) {
  return queryOptions({ queryKey: apiKey(path, {}), queryFn: ({ signal }): Promise<ReadLead> => api.getTagged(path, Lead, { signal }) });
}
