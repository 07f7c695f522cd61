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
import { type Sending, type Sent, sendWaiting } from './sending.ts';
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

interface Sender {
  /** Sends what waits and says what went, save for the one that its form speaks of; answers how it went. */
  send: (spokenOf?: string) => Promise<Sending>;
  say: (sent: readonly Sent[]) => Promise<void>;
}

/** The sending, and the words about it. */
export function useSending(): Sender {
  const { t } = useTranslation('offline');
  const router = useRouter();
  const { pagePath } = useRegion();
  const changed = useRegionChanged();
  const say = useCallback(
    async (sent: readonly Sent[]) => {
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
    },
    [t, router, pagePath, changed],
  );
  const send = useCallback(
    async (spokenOf?: string) => {
      const sending = await sendWaiting();
      noteReached(sending.stopped !== 'no_connection');
      await say(sending.sent.filter(({ id }) => id !== spokenOf));
      return sending;
    },
    [say],
  );
  return { send, say };
}

/** Says what the worker sent while this page was in sight. */
export function useWorkersNews(): void {
  const { say } = useSending();
  useEffect(() => {
    const told = ({ data }: MessageEvent<{ sent?: readonly Sent[] }>) => void (data?.sent && say(data.sent));
    navigator.serviceWorker?.addEventListener('message', told);
    return () => navigator.serviceWorker?.removeEventListener('message', told);
  }, [say]);
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
