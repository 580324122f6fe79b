/** What is used of Pagefind's script, which is written into the site after the build. */
type Hit = { id: string; score: number; data: () => Promise<HitData> };
export type HitData = { url: string; excerpt: string; meta: Record<string, string> };
type Pagefind = { search: (query: string) => Promise<{ results: Hit[] }>; options: (options: object) => Promise<void> };

function isPagefind(module: unknown): module is Pagefind {
  return typeof module === 'object' && module !== null && 'search' in module && 'options' in module;
}

let loading: Promise<Pagefind | undefined> | undefined;

async function load(): Promise<Pagefind | undefined> {
  const address = '/pagefind/pagefind.js';
  try {
    const module: unknown = await import(/* @vite-ignore */ address);
    if (!isPagefind(module)) return undefined;
    await module.options({ excerptLength: 24, ranking: { termFrequency: 0.6, termSimilarity: 6 } });
    return module;
  } catch {
    return undefined;
  }
}

/** Fetches the index before the first letter is typed. */
export function warmSearch(): Promise<Pagefind | undefined> {
  loading ??= load();
  return loading;
}

/** Pages that a query found; `whole` when each holds all of its words. */
export type SiteHits = { hits: HitData[]; whole: boolean };

/** Each hit is a file to fetch; what comes after these nobody reads. */
const mostHits = 20;

/** What the words, as they were typed, find in the stories, best first; `undefined` where there is no index to ask. The rarest word comes first. */
export async function searchSite(words: readonly string[]): Promise<SiteHits | undefined> {
  const pagefind = await warmSearch();
  if (!pagefind) return undefined;
  const { results } = await pagefind.search(words.join(' '));
  const whole = results.length > 0;
  const found = whole ? results : await searchWordByWord(pagefind, words);
  return { whole, hits: await Promise.all(found.slice(0, mostHits).map((hit) => hit.data())) };
}

/** Shorter words ("in", "at") stand on every page and tell nothing apart. */
const leastLetters = 3;
/** Of a long query the rarer half is asked; an excerpt with a common word explains nothing. */
const fewestAsked = 2;

/**
 * A worry is typed in more words than any page has together: then each is asked alone, and what holds most of them comes first. A page's
 * excerpt is the one of the first word that found it.
 */
async function searchWordByWord(pagefind: Pagefind, words: readonly string[]): Promise<Hit[]> {
  const telling = words.slice(0, Math.max(fewestAsked, Math.ceil(words.length / 2)));
  const asked = telling.filter((word) => word.length >= leastLetters);
  if (words.length < 2) return [];
  const answers = await Promise.all(asked.map((word) => pagefind.search(word)));
  const tally = new Map<string, { hit: Hit; words: number; score: number }>();
  for (const hit of answers.flatMap((answer) => answer.results)) {
    const known = tally.get(hit.id);
    const first = known?.hit ?? hit;
    tally.set(hit.id, { hit: first, words: (known?.words ?? 0) + 1, score: (known?.score ?? 0) + hit.score });
  }
  return [...tally.values()].sort((a, b) => b.words - a.words || b.score - a.score).map((entry) => entry.hit);
}
