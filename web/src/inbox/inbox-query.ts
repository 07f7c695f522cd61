/** The inbox as a query: its page and the number in the menu share one answer. */
import { queryOptions } from '@tanstack/react-query';
import type { Inbox } from '../../../src/lead/inbox.schema.ts';
import { api, apiKey } from '../app/api.ts';

/** `path`: `regionPath('/inbox')`. Its schema comes with the first reading, not with the first page. */
export function inboxQuery(path: string) {
  return queryOptions({
    queryKey: apiKey(path, {}),
    queryFn: async ({ signal }): Promise<Inbox> => {
      const { Inbox: schema } = await import('../../../src/lead/inbox.schema.ts');
      return api.get(path, schema, { signal });
    },
    refetchInterval: 5 * 60_000,
  });
}

/** Everything that waits for her. */
export const waitingIn = ({ common, waiting, wroteAgain, followUps, returned, untouched, outcomeMissing }: Inbox): number =>
  common.total + waiting.total + wroteAgain.total + followUps.total + returned.total + untouched.total + outcomeMissing.total;
