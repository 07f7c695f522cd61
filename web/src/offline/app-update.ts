/** The installed client and its new versions: one waits until it is asked for; a page whose files are gone gets the new one. */
import { useSyncExternalStore } from 'react';

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

function noteWaiting(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

/** True while a new version is ready. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}

const LOOK_EVERY_MS = 60 * 60_000;
const settled = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'installing') return;
      worker.removeEventListener('statechange', look);
      resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });

/** Installs the client on this device; without it everything works, but only with a connection. Called once. */
export async function installClient(): Promise<void> {
  window.addEventListener('vite:preloadError', () => void replaceOnce());
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  if (!registration) return;
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) noteWaiting(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => {
    if (registration.installing) void settled(registration.installing).then(look);
  });
  setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
}

/** Puts the new version in this tab's place. What is typed stays: forms keep it in the tab. */
export async function takeNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const worker = registration?.waiting;
  if (worker) {
    const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    worker.postMessage('take over');
    await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, 3000))]);
  }
  window.location.reload();
}

const lastKey = 'suppilo.replaced';
const AGAIN_AFTER_MS = 30_000;

/** A part of this page is not on the server any more: fetches the version that is; at most once in a while, so that it never goes round. */
async function replaceOnce(): Promise<void> {
  if (!navigator.onLine || Date.now() - Number(sessionStorage.getItem(lastKey) ?? 0) < AGAIN_AFTER_MS) return;
  sessionStorage.setItem(lastKey, String(Date.now()));
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update().catch(() => undefined);
  if (registration?.installing) await settled(registration.installing);
  await takeNewVersion();
}
