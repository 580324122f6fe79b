import type { HouseRanking } from './house-ranking.ts';
import { joinCases, joinOthers } from './join-files.ts';
import { nothingHeard, OtherWords } from './other-words.ts';
import { rankHearing } from './rank.ts';
import { type RankedTogether, rankTogether } from './rank-together.ts';
import { isCasesFile, isOthersFile, isOtherWordsFile, type OthersFile } from './search-file.ts';
import { SearchIndex } from './search-index.ts';
import { type Needs, needsOf } from './typed-language.ts';

export type OpenSearch = {
  rank: (query: string) => RankedTogether;
  /** What a query needs to be understood that was not added yet. */
  lacks: (query: string) => Needs;
  addOthers: (file: unknown) => void;
  /** What the house wrote, ranked from now on among the library's. */
  addHouse: (house: { cases: unknown; others: unknown }) => void;
  /** The cases as they are told in the other language, asked when a query is typed in it. */
  addOtherLanguage: (file: unknown) => void;
  /** Ways of speaking in further languages. */
  addOtherWords: (file: unknown) => void;
};

/** The search over a fetched file; `undefined` where the file is not one of this version. */
export function openSearch(file: unknown): OpenSearch | undefined {
  if (!isCasesFile(file)) return undefined;
  let house: HouseRanking | undefined;
  let others: OthersFile | undefined;
  let index = new SearchIndex(file);
  let elsewhere: SearchIndex | undefined;
  let otherWords: OtherWords | undefined;
  const join = () => {
    index = new SearchIndex(house ? joinCases(file, house.cases) : file);
    const also = others && house ? joinOthers(others, house.others) : (others ?? house?.others);
    if (also) index.addOthers(also);
  };
  return {
    rank: (query) => {
      const needs = needsOf(query, index);
      const heard = needs.otherWords && otherWords ? otherWords.hear(query) : nothingHeard;
      const own = rankHearing(index, query, heard);
      const also = needs.otherLanguage && elsewhere ? rankHearing(elsewhere, query, heard) : undefined;
      return rankTogether(own, also, elsewhere?.file.language);
    },
    lacks: (query) => {
      const needs = needsOf(query, index);
      return {
        otherLanguage: needs.otherLanguage && elsewhere === undefined,
        otherWords: needs.otherWords && otherWords === undefined,
      };
    },
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
    addOtherLanguage: (more) => {
      if (isCasesFile(more)) elsewhere = new SearchIndex(more);
    },
    addOtherWords: (more) => {
      if (isOtherWordsFile(more)) otherWords = new OtherWords(more);
    },
  };
}
