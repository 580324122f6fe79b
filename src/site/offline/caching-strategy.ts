/**
 * How the service worker answers a request. `network-first`: from the network, and from what is kept where that is slow or gone. `cache-first`: what is
 * kept first, for files whose name changes with their content. `network-first-any-age`: the same, without a limit of age. `network-only`: the browser's own way.
 */
export type CachingStrategy = 'network-first' | 'cache-first' | 'network-first-any-age' | 'network-only';

export type Asked = { method: string; url: string; navigates: boolean };

/** What is made for one person or tells of the server is never kept on a device. */
const forOnePerson = /^\/(desk|n|u|inbox|healthz|readyz|metrics)(\/|$)/;

const searchFiles = /^\/(pagefind|search)\//;

/** Pure: the worker passes in the request and its own origin. */
export function cachingStrategyFor({ method, url, navigates }: Asked, origin: string): CachingStrategy {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin || forOnePerson.test(address.pathname)) return 'network-only';
  if (address.pathname.startsWith('/_astro/')) return 'cache-first';
  if (searchFiles.test(address.pathname)) return 'network-first-any-age';
  return navigates && !/\.\w+$/.test(address.pathname) ? 'network-first' : 'network-only';
}

const dayMs = 86_400_000;

/** After this a page may have been corrected; it is shown only to somebody who was told its age. */
export const freshDays = 7;

export function isFresh(fetchedOn: string | null, now: number): boolean {
  const fetched = Date.parse(fetchedOn ?? '');
  return now - fetched <= freshDays * dayMs;
}

/** Added to an address by the list of kept pages, which says how old each is. */
export const toldAgeMark = 'kept';

/** The address a page is kept under: without its query, which the page itself reads, and without its fragment. */
export function keptAs(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/?$/, '/')}`;
}

export function knowsItsAge(url: string): boolean {
  return new URL(url).searchParams.has(toldAgeMark);
}

/** Part of the name of every cache of ours that holds pages; the rest names the build. */
export const pagesCache = 'nodomoto-pages-';
export const filesCache = 'nodomoto-files-';

/** Beyond this the pages kept longest go. */
export const mostPages = 60;

/** The files with a digest in their name that a page names, or that one script names beside it. */
export function filesNamedIn(text: string): string[] {
  const whole = [...text.matchAll(/\/_astro\/[\w.@~-]+\.\w+/g)].map(([path]) => path);
  const beside = [...text.matchAll(/["'`]\.\/([\w.@~-]+\.(?:js|css))["'`]/g)].map(([, name]) => `/_astro/${name}`);
  return [...new Set([...whole, ...beside])];
}
