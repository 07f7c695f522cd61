/** What waits on this device, as pages show it, and the sending of it. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { sessionQuery } from '../app/session.ts';
import { showDone } from '../ui/toast.tsx';
import { noteReached } from './connection.ts';
import { entriesOf, whenEntriesChange } from './entry.ts';
import { type Sending, sendWaiting } from './sending.ts';
import type { Entry } from './store.ts';

/** The viewer's own entries, the oldest first; undefined until they are read. */
export function useEntries(): readonly Entry[] | undefined {
  const { user } = useRegion();
  const [entries, setEntries] = useState<readonly Entry[]>();
  useEffect(() => {
    const read = () => void entriesOf(user.id).then(setEntries);
    read();
    return whenEntriesChange(read);
  }, [user.id]);
  return entries;
}

/** Asks the browser to send later, also when no page is open; where it can't, the next visit does. */
export async function sendLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const sync = (registration as unknown as { sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync;
  await sync?.register('entries').catch(() => undefined);
}

/** Sends what waits and says what went, save for the one that its form speaks of; answers how it went. */
export function useSending(): (spokenOf?: string) => Promise<Sending> {
  const { t } = useTranslation('offline');
  const router = useRouter();
  const { pagePath } = useRegion();
  const changed = useRegionChanged();
  return useCallback(
    async (spokenOf?: string) => {
      const sending = await sendWaiting();
      noteReached(sending.stopped !== 'no_connection');
      const sent = sending.sent.filter(({ id }) => id !== spokenOf);
      if (sent.length > 0) {
        const known = sent.filter(({ duplicates }) => duplicates > 0);
        const [first] = known;
        const next = first
          ? [{ label: t('seeDuplicate'), onClick: () => void router.navigate({ to: pagePath(`/leads/${first.id}`) }) }]
          : [];
        const words = t('sent', { count: sent.length });
        showDone(first ? `${words} ${t('sentKnown', { count: known.length })}` : words, next);
        await changed();
      }
      return sending;
    },
    [t, router, pagePath, changed],
  );
}

/** To the sign-in page and back here, when the session has lapsed unnoticed. */
export function useSignInAgain(): () => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  return () => {
    queryClient.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  };
}
