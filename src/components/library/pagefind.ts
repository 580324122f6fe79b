/** What is used of Pagefind's script, which is written into the site after the build. */
type Hit = { id: string; data: () => Promise<HitData> };
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
  return Promise.all(results.slice(0, 40).map((hit) => hit.data()));
}
