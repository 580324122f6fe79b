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

/** Everything the query finds, best first; `undefined` where there is no index to ask. */
export async function searchSite(query: string): Promise<HitData[] | undefined> {
  const pagefind = await warmSearch();
  if (!pagefind) return undefined;
  const { results } = await pagefind.search(query);
  const found = results.length > 0 ? results : await searchWordByWord(pagefind, query);
  return Promise.all(found.slice(0, 40).map((hit) => hit.data()));
}

/** Shorter words ("in", "at") stand on every page and tell nothing apart. */
const leastLetters = 3;

/** A worry is typed in more words than any page has together: then each is asked alone, and what holds most of them comes first. */
async function searchWordByWord(pagefind: Pagefind, query: string): Promise<Hit[]> {
  const words = query.split(/\s+/).filter((word) => word.length >= leastLetters);
  if (words.length < 2) return [];
  const answers = await Promise.all(words.map((word) => pagefind.search(word)));
  const tally = new Map<string, { hit: Hit; words: number; score: number }>();
  for (const hit of answers.flatMap((answer) => answer.results)) {
    const known = tally.get(hit.id);
    tally.set(hit.id, { hit, words: (known?.words ?? 0) + 1, score: (known?.score ?? 0) + hit.score });
  }
  return [...tally.values()].sort((a, b) => b.words - a.words || b.score - a.score).map((entry) => entry.hit);
}
