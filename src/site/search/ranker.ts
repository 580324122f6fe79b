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

const fetched = new Map<string, Promise<unknown>>();

/** A file that only some queries need, fetched once; whoever is without it is answered without it. */
function fetchOnce(address: string): Promise<unknown> {
  const known = fetched.get(address) ?? fetchJson(address).catch(() => undefined);
  fetched.set(address, known);
  return known;
}

export const lacksAny = (lacks: ReturnType<OpenSearch['lacks']>): boolean => lacks.otherLanguage || lacks.otherWords;

/** Fetches what a query is typed in, where that is not the language of the page. */
export async function fetchWhatLacks(search: OpenSearch, typed: string, language: string): Promise<void> {
  const lacks = search.lacks(typed);
  const elsewhere = language === 'ja' ? 'en' : 'ja';
  await Promise.all([
    lacks.otherLanguage && fetchOnce(`/search/${elsewhere}.json`).then((file) => search.addOtherLanguage(file)),
    lacks.otherWords && fetchOnce('/search/other-words.json').then((file) => search.addOtherWords(file)),
  ]);
}

/** Fetches the ranking of this language, once; `undefined` where there is none, as in development. */
export function warmRanker(language: string): Promise<OpenSearch | undefined> {
  loading ??= load(language);
  return loading;
}
