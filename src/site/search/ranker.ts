import type { OpenSearch } from '#search/open-search.ts';
import { fetchHouse } from './fetch-house.ts';

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

let loading: Promise<OpenSearch | undefined> | undefined;

async function load(language: string): Promise<OpenSearch | undefined> {
  try {
    const others = fetchJson(`/search/${language}-others.json`).catch(() => undefined);
    const [{ openSearch }, file] = await Promise.all([
      import('#search/open-search.ts'),
      fetchJson(`/search/${language}.json`),
    ]);
    const search = openSearch(file);
    void others.then((more) => search?.addOthers(more));
    void fetchHouse(language).then((house) => house && search?.addHouse(house));
    return search;
  } catch {
    return undefined;
  }
}

/** Fetches the ranking of this language, once; `undefined` where there is none, as in development. */
export function warmRanker(language: string): Promise<OpenSearch | undefined> {
  loading ??= load(language);
  return loading;
}
