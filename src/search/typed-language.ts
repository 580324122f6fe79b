import type { SearchIndex } from './search-index.ts';
import { isJapanese, wordsOf } from './words.ts';

/** Files beyond those of the page's language that a query asks for by its script or its words. */
export type Needs = { otherLanguage: boolean; otherWords: boolean };

/** Shorter Latin words stand in Japanese as they are: AI, EU, LNG; and whoever writes kana types up to three letters first. */
const leastLetters = 4;
const latinRun = /[\p{Script=Latin}-]+/gu;

/**
 * The other language is asked when its script is seen: Japanese on the English page, Latin words on the Japanese one. Further languages and
 * names are listened for when a word is unknown here or means something else there, or when characters may be Chinese or a name in katakana.
 */
export function needsOf(query: string, index: SearchIndex): Needs {
  const latin = wordsOf(query).filter(({ said }) => !isJapanese(said));
  const runs = query.normalize('NFKC').match(latinRun) ?? [];
  return {
    otherLanguage:
      index.file.language === 'ja'
        ? runs.some((run) => run.length >= leastLetters) || runs.length > 1
        : isJapanese(query),
    otherWords: isJapanese(query) || latin.some(({ key }) => !index.keys.has(key) || index.homographs.has(key)),
  };
}
