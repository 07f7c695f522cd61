/// <reference lib="webworker" />
/** Opens the client without connection, and sends what waits once there is one. It never answers for the server's own pages. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sendWaiting } from './sending.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: [/^\/(\?|$)/, /^\/(r|log|sign-in|accessibility)(\/|\?|$)/] }),
);

/** A new version waits until it is asked for: it never changes a page under somebody's hands. */
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

/** The first visit is installed, too, not only the next one. */
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('sync', (event) => {
  const { tag, waitUntil } = event as unknown as { tag: string; waitUntil: (work: Promise<unknown>) => void };
  if (tag === 'entries') waitUntil.call(event, sendFromHere());
});

/** Fails while something could not be sent: the browser then asks again later. What went, the page in sight says. */
async function sendFromHere(): Promise<void> {
  const { sent, stopped } = await sendWaiting();
  const pages = await self.clients.matchAll({ type: 'window' });
  const inSight = pages.find(({ visibilityState }) => visibilityState === 'visible');
  if (sent.length > 0) inSight?.postMessage({ sent });
  if (stopped === 'no_connection' || stopped === 'server') throw new Error(stopped);
}
