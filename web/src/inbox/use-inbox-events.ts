/** Keeps the inbox live: a stream of server-sent events that asks for what changed, quietly, while the page is in sight. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiKey, apiUrl } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;
/** What comes together is asked for together. */
const GATHER_MS = 200;

/** A window that nobody looks at holds no stream; when she comes back, the page asks for what she missed. */
export function useInboxEvents(): void {
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
        for (const path of [inbox, leads]) void queryClient.invalidateQueries({ queryKey: apiKey(path) });
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
      // Over for good: signed out, or too many windows. The page then asks every few minutes, as ever.
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
}
