import { filesCache, filesNamedIn, mostPages, pagesCache } from './caching-strategy.ts';

/** The caches of this build, and how a page comes into them. */
export type OwnBuild = { pages: string; files: string; keepPage: (url: string, response: Response) => Promise<void> };

/** Names of the caches that hold pages, that of this build first. */
export async function pageCaches(own: string): Promise<string[]> {
  const others = (await caches.keys()).filter((name) => name.startsWith(pagesCache) && name !== own);
  return [own, ...others];
}

/**
 * Fetches anew, one after the other, the pages that were kept by builds before this one, with the files they need. A page that cannot be had now stays
 * as it is, with its files; one that the site no longer has goes. @throws what fetch throws, where there is no network.
 */
export async function refreshKept(own: OwnBuild): Promise<void> {
  const [, ...old] = await pageCaches(own.pages);
  for (const name of old) {
    const cache = await caches.open(name);
    for (const { url } of await withinRoom(own, cache)) {
      const response = await fetch(url);
      if (!response.ok && !isGone(response)) return;
      if (response.ok) await keepFilesOf(own, await response.clone().text());
      await own.keepPage(url, response);
      await cache.delete(url);
    }
  }
  await dropOtherBuilds(own);
}

const isGone = ({ status }: Response) => status === 404 || status === 410;

/** Those read since come first: of the others as many stay as there is room for, the newest. */
async function withinRoom(own: OwnBuild, cache: Cache): Promise<readonly Request[]> {
  const room = mostPages - (await (await caches.open(own.pages)).keys()).length;
  const kept = await cache.keys();
  const tooMany = kept.slice(0, Math.max(0, kept.length - room));
  await Promise.all(tooMany.map((key) => cache.delete(key)));
  return kept.slice(tooMany.length);
}

/** A page is of use without a network only with the files it names, and with those that its scripts name. */
async function keepFilesOf(own: OwnBuild, text: string): Promise<void> {
  const cache = await caches.open(own.files);
  for (const path of filesNamedIn(text)) {
    if (await cache.match(path)) continue;
    // A file's name changes with what is in it: that of the build before will do.
    const response = (await caches.match(path)) ?? (await fetch(path));
    if (!response.ok) continue;
    await cache.put(path, response.clone());
    if (path.endsWith('.js')) await keepFilesOf(own, await response.text());
  }
}

async function dropOtherBuilds(own: OwnBuild): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(pagesCache) || name.startsWith(filesCache));
  const old = names.filter((name) => name !== own.pages && name !== own.files);
  await Promise.all(old.map((name) => caches.delete(name)));
}
