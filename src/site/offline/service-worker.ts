import { languageParams } from '#i18n/languages.ts';
import {
  cachingStrategyFor,
  filesCache,
  isFresh,
  keptAs,
  knowsItsAge,
  mostPages,
  pagesCache,
} from './caching-strategy.ts';
import { type OwnBuild, pageCaches, refreshKept } from './refresh-kept.ts';

/** What is used of the worker's own scope; TypeScript has it only in place of the browser's. */
type LastingEvent = Event & { waitUntil: (work: Promise<unknown>) => void };
type FetchEvent = LastingEvent & { request: Request; respondWith: (response: Promise<Response>) => void };
type Scope = {
  location: Location;
  skipWaiting: () => Promise<void>;
  clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<readonly { url: string }[]>;
  };
  addEventListener: ((type: 'install' | 'activate', listener: (event: LastingEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void);
};

declare const self: Scope;

/** Put in by the build: it changes with the sources. What builds before it kept is fetched anew, and goes then. */
declare const BUILD: string;

const pages = `${pagesCache}${BUILD}`;
const files = `${filesCache}${BUILD}`;
const offlinePages = languageParams.map(({ param }) => (param ? `/${param}/offline/` : '/offline/'));

/** A reader waits this long for the network where a fresh copy lies ready. */
const patienceMs = 2500;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(files).then((cache) => cache.addAll(offlinePages)));
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(keepOpenPages));
  // Not waited for: until a worker is active, every request of a page waits for it.
  void refreshOnce();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = { method: request.method, url: request.url, navigates: request.mode === 'navigate' };
  const strategy = cachingStrategyFor(asked, self.location.origin);
  if (strategy === 'network-first') event.respondWith(pageOf(event));
  if (strategy === 'cache-first') event.respondWith(keptFirst(request));
  if (strategy === 'network-first-any-age') event.respondWith(networkFirst(request));
});

let refreshing: Promise<void> | null = null;

/** The browser may end a worker at any time: what it did not get to is taken up at the next page. */
function refreshOnce(): Promise<void> {
  const own: OwnBuild = { pages, files, keepPage };
  refreshing ??= refreshKept(own)
    .catch(() => undefined)
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

/** The first page of a visit was fetched before the worker was there. */
async function keepOpenPages(): Promise<void> {
  for (const { url } of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    const strategy = cachingStrategyFor({ method: 'GET', url, navigates: true }, self.location.origin);
    if (strategy === 'network-first')
      await fetch(keptAs(url)).then(
        (response) => keepPage(url, response),
        () => undefined,
      );
  }
}

async function pageOf(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const fetched = fetch(request);
  const keeping = fetched.then((response) => keepPage(request.url, response.clone()));
  event.waitUntil(keeping.then(refreshOnce, () => undefined));
  const kept = await freshCopy(request.url);
  if (kept) return firstOf(fetched, kept);
  return fetched.catch(() => offlinePage(request.url));
}

/** The network's answer if it comes in time; the copy if it does not, or fails. */
async function firstOf(fetched: Promise<Response>, kept: Response): Promise<Response> {
  const tired = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
  try {
    return await Promise.race([fetched, tired]);
  } catch {
    return kept;
  }
}

async function freshCopy(url: string): Promise<Response | undefined> {
  const kept = await copyOfAnyBuild(keptAs(url));
  if (!kept) return undefined;
  return knowsItsAge(url) || isFresh(kept.headers.get('date'), Date.now()) ? kept : undefined;
}

async function copyOfAnyBuild(address: string): Promise<Response | undefined> {
  for (const name of await pageCaches(pages)) {
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
  return undefined;
}

async function offlinePage(url: string): Promise<Response> {
  const own = new URL(url).pathname.startsWith('/ja/') ? '/ja/offline/' : '/offline/';
  return (await (await caches.open(files)).match(own)) ?? Response.error();
}

/** A page made for one person says no-store; an answer that was led elsewhere may not be given again for this address. */
async function keepPage(url: string, response: Response): Promise<void> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  const mayKeep = !(response.headers.get('cache-control') ?? '').includes('no-store');
  if (!response.ok || response.redirected || !isPage || !mayKeep) return;
  for (const name of await pageCaches(pages)) await (await caches.open(name)).delete(keptAs(url));
  const cache = await caches.open(pages);
  await cache.put(keptAs(url), response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -mostPages).map((key) => cache.delete(key)));
}

async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? keepFile(request, await fetch(request));
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await keepFile(request, await fetch(request));
  } catch {
    const own = await (await caches.open(files)).match(request);
    return own ?? (await caches.match(request)) ?? Response.error();
  }
}

async function keepFile(request: Request, response: Response): Promise<Response> {
  if (response.ok && response.status === 200) await (await caches.open(files)).put(request, response.clone());
  return response;
}
