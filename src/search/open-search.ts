import { type Ranked, rank } from './rank.ts';
import { isCasesFile, isOthersFile } from './search-file.ts';
import { SearchIndex } from './search-index.ts';

export type OpenSearch = { rank: (query: string) => Ranked; addOthers: (file: unknown) => void };

/** The search over a fetched file; `undefined` where the file is not one of this version. */
export function openSearch(file: unknown): OpenSearch | undefined {
  if (!isCasesFile(file)) return undefined;
  const index = new SearchIndex(file);
  return {
    rank: (query) => rank(index, query),
    addOthers: (others) => {
      if (isOthersFile(others)) index.addOthers(others);
    },
  };
}
