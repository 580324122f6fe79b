import type { HouseRanking } from './house-ranking.ts';
import { joinCases, joinOthers } from './join-files.ts';
import { type Ranked, rank } from './rank.ts';
import { isCasesFile, isOthersFile, type OthersFile } from './search-file.ts';
import { SearchIndex } from './search-index.ts';

export type OpenSearch = {
  rank: (query: string) => Ranked;
  addOthers: (file: unknown) => void;
  /** What the house wrote, ranked from now on among the library's. */
  addHouse: (house: { cases: unknown; others: unknown }) => void;
};

/** The search over a fetched file; `undefined` where the file is not one of this version. */
export function openSearch(file: unknown): OpenSearch | undefined {
  if (!isCasesFile(file)) return undefined;
  let house: HouseRanking | undefined;
  let others: OthersFile | undefined;
  let index = new SearchIndex(file);
  const join = () => {
    index = new SearchIndex(house ? joinCases(file, house.cases) : file);
    const also = others && house ? joinOthers(others, house.others) : (others ?? house?.others);
    if (also) index.addOthers(also);
  };
  return {
    rank: (query) => rank(index, query),
    addOthers: (more) => {
      if (!isOthersFile(more)) return;
      others = more;
      join();
    },
    addHouse: (more) => {
      if (!isCasesFile(more.cases) || !isOthersFile(more.others)) return;
      house = { cases: more.cases, others: more.others };
      join();
    },
  };
}
