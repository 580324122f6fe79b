import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rank } from '#search/rank.ts';
import { isCasesFile } from '#search/search-file.ts';
import { SearchIndex } from '#search/search-index.ts';
import { openBrowser } from '../build/find-browser.ts';
import { serveFolder } from '../build/serve-folder.ts';
import { type Asked, type Concern, hitRates, readConcerns } from './hit-rates.ts';

const site = 'dist/client';
const folder = 'scripts/bench/concerns';

/** Asks the built site what people worry about, and says how often the right case came first or among the first three, and how fast. */
export async function searchQuality(): Promise<string[]> {
  const text = readFileSync(join(site, 'search/en.json'), 'utf8');
  const file: unknown = JSON.parse(text);
  if (!isCasesFile(file)) throw new Error('dist/client/search/en.json is of another version; build the site again.');
  const index = new SearchIndex(file);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const concerns = files.map((name) => ({ name, list: readConcerns(join(folder, name)) }));
  const all = concerns.flatMap(({ list }) => list);
  return [
    `search/en.json: ${file.records.length} cases, ${kilobytes(text)}; lessons and questions ${kilobytes(readFileSync(join(site, 'search/en-others.json'), 'utf8'))} (gzip)`,
    ...concerns.flatMap(({ name, list }) => reportOf(name, list, index)),
    timeInNode(index, all),
    await timeInBrowser(all),
  ];
}

const kilobytes = (text: string) => `${(gzipSync(text, { level: 9 }).length / 1000).toFixed(1)} kB`;

function reportOf(name: string, list: readonly Concern[], index: SearchIndex): string[] {
  const rates = hitRates(list, index.file.records, (query) => rank(index, query).cases.map(({ id }) => id));
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

function timeInNode(index: SearchIndex, concerns: readonly Concern[]): string {
  const start = performance.now();
  for (const { concern } of concerns) rank(index, concern);
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
