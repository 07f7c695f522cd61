/** Keeps the inbox and the lists of leads live: one stream of server-sent events a tab, which asks for what changed, quietly. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiKey, apiUrl } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;
/** What comes together is asked for together. */
const GATHER_MS = 200;

/** For the frame of all pages. A tab that nobody looks at holds no stream; when she comes back, it asks for what she missed. */
export default function InboxEvents(): null {
  const queryClient = useQueryClient();
  const { regionPath } = useRegion();
  const [address, inbox, leads] = [apiUrl(regionPath('/inbox/events')), regionPath('/inbox'), regionPath('/leads')];
  useEffect(() => {
    let source: EventSource | undefined;
    let retryMs = FIRST_RETRY_MS;
    let retry: number | undefined;
    let gather: number | undefined;
    let missed = false;
    const look = () => {
      window.clearTimeout(gather);
      gather = window.setTimeout(() => {
        lookAnew(queryClient, inbox, leads);
      }, GATHER_MS);
    };
    const close = () => {
      window.clearTimeout(retry);
      source?.close();
      source = undefined;
    };
    const open = () => {
      close();
      const opened = new EventSource(address);
      source = opened;
      opened.onopen = () => {
        retryMs = FIRST_RETRY_MS;
        if (missed) look();
        missed = false;
      };
      opened.onmessage = look;
      // Over for good: signed out, or too many tabs. The inbox then asks every few minutes, as ever.
      opened.addEventListener('end', close);
      opened.onerror = () => {
        close();
        missed = true;
        retry = window.setTimeout(open, retryMs * (0.75 + Math.random() / 2));
        retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
      };
    };
    const turn = () => {
      if (document.hidden) {
        missed = true;
        close();
      } else if (!source) open();
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      window.clearTimeout(gather);
      close();
    };
  }, [queryClient, address, inbox, leads]);
  return null;
}

/** A lead's own page is asked for anew when she comes to it, and not while she may be correcting it. */
function lookAnew(queryClient: QueryClient, inbox: string, leads: string): void {
  void queryClient.invalidateQueries({ queryKey: apiKey(inbox) });
  const queryKey = apiKey(leads);
  void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
  void queryClient.refetchQueries({ queryKey, type: 'active', predicate: (query) => !isOneLead(query.queryKey[queryKey.length]) });
}

const isOneLead = (segment: unknown): boolean => typeof segment === 'string' && /^[0-9a-f-]{36}$/.test(segment);
