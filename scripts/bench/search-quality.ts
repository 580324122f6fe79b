import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Language } from '#i18n/languages.ts';
import { type OpenSearch, openSearch } from '#search/open-search.ts';
import { isCasesFile } from '#search/search-file.ts';
import { openBrowser } from '../build/find-browser.ts';
import { serveFolder } from '../build/serve-folder.ts';
import { type Asked, type Concern, hitRates, readConcerns } from './hit-rates.ts';
import { reportLanguages, reportOffTopic } from './search-languages.ts';

const site = 'dist/client';
const folder = 'scripts/bench/concerns';
const offTopicFolder = 'scripts/bench/off-topic';
const inLanguages = /^five-languages/;

/** Asks the built site what people worry about, and says how often the right case came first or among the first three, and how fast. */
export async function searchQuality(): Promise<string[]> {
  const { records } = casesOf('en');
  const pages = { en: searchOn('en', 'ja'), ja: searchOn('ja', 'en') };
  const english = listsIn(folder).filter((name) => !inLanguages.test(name));
  const concerns = english.map((name) => ({ name, list: readConcerns(join(folder, name)) }));
  const typed = listsIn(folder).filter((name) => inLanguages.test(name));
  const all = [...english, ...typed].flatMap((name) => readConcerns(join(folder, name)));
  return [
    `search/en.json: ${records.length} cases, ${sizeOf('en')}; lessons and questions ${sizeOf('en-others')}; in Japanese ${sizeOf('ja')} and ${sizeOf('ja-others')}; other languages and names ${sizeOf('other-words')} (gzip)`,
    ...concerns.flatMap(({ name, list }) => reportOf(name, list, pages.en, records)),
    ...typed.flatMap((name) => [`${name}:`, ...reportLanguages(join(folder, name), pages, records)]),
    ...listsIn(offTopicFolder).flatMap((name) => [
      `off-topic/${name}:`,
      ...reportOffTopic(join(offTopicFolder, name), pages),
    ]),
    timeInNode(pages.en, all),
    await timeInBrowser(all),
  ];
}

const listsIn = (place: string) => (existsSync(place) ? readdirSync(place).sort() : []);

const textOf = (name: string) => readFileSync(join(site, 'search', `${name}.json`), 'utf8');

const sizeOf = (name: string) => kilobytes(textOf(name));

function casesOf(language: Language) {
  const file: unknown = JSON.parse(textOf(language));
  if (!isCasesFile(file))
    throw new Error(`dist/client/search/${language}.json is of another version; build the site again.`);
  return file;
}

/** The search of a page, with everything that a query may ask for. */
function searchOn(language: Language, elsewhere: Language): OpenSearch {
  const search = openSearch(casesOf(language));
  if (!search) throw new Error('The search could not be opened.');
  search.addOtherLanguage(casesOf(elsewhere));
  search.addOtherWords(JSON.parse(textOf('other-words')));
  return search;
}

const kilobytes = (text: string) => `${(gzipSync(text, { level: 9 }).length / 1000).toFixed(1)} kB`;

function reportOf(name: string, list: readonly Concern[], search: OpenSearch, cases: readonly string[]): string[] {
  const rates = hitRates(list, cases, (query) => search.rank(query).cases.map(({ id }) => id));
  const { asked, hitAt1, hitAt3, meanReciprocalRank } = rates;
  const waiting = list.length - asked.length;
  return [
    `${name}: n ${asked.length}, hit@1 ${hitAt1.toFixed(2)}, hit@3 ${hitAt3.toFixed(2)}, MRR ${meanReciprocalRank.toFixed(2)}${waiting > 0 ? ` (${waiting} wait for their cases)` : ''}`,
    ...asked.filter(({ rank: place }) => place === 0 || place > 3).map(missed),
  ];
}

function missed({ concern, expect, came, rank: place }: Asked): string {
  const where = place === 0 ? 'not found' : `came ${place}th`;
  return `  missed "${concern}": ${where}; wanted ${expect.join(' or ')}; came ${came.slice(0, 3).join(', ')}`;
}

function timeInNode(search: OpenSearch, concerns: readonly Concern[]): string {
  const start = performance.now();
  for (const { concern } of concerns) search.rank(concern);
  return `Node: ${((performance.now() - start) / Math.max(1, concerns.length)).toFixed(2)} ms a query`;
}

/** From the input event to the moment the page has said what it found,. */
async function timeInBrowser(concerns: readonly Concern[]): Promise<string> {
  const browser = await openBrowser();
  const served = await serveFolder(site);
  try {
    const page = await browser.newPage();
    await page.goto(`${served.url}/library/`);
    const times: number[] = [];
    await page.locator('#q').focus();
    await page.waitForLoadState('networkidle');
    for (const { concern } of concerns) times.push(await page.evaluate<number>(timeOneQuery(concern)));
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
    return `browser: from the key to the results, median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, slowest ${at(1)} ms`;
  } finally {
    await browser.close();
    served.close();
  }
}

/** Runs in the page, so it is text: this script knows no document. */
const timeOneQuery = (query: string) => `new Promise((resolve) => {
  const input = document.querySelector('#q');
  const start = performance.now();
  const seen = new MutationObserver(() => {
    seen.disconnect();
    resolve(performance.now() - start);
  });
  seen.observe(document.querySelector('[role="status"]'), { childList: true, characterData: true, subtree: true });
  input.value = ${JSON.stringify(query)};
  input.dispatchEvent(new Event('input', { bubbles: true }));
})`;
