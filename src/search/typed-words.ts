import type { SearchIndex } from './search-index.ts';
import { isJapanese, wordsOf } from './words.ts';

const betweenWords = /[\s,.;:!?"“”()、。「」]+/;

/**
 * What to look for in the stories: the words as they were typed ("just-in-time", not the key it is ranked by), without those that hold a
 * sentence together, the rarest first. A word that only a story may know is rarer than any.
 */
export function typedWords(query: string, index: SearchIndex): string[] {
  if (isJapanese(query)) return [query.trim()];
  const rarity = (typed: string) => Math.max(...wordsOf(typed).map(({ key }) => index.cases.find(key).rarity));
  return query
    .split(betweenWords)
    .filter((typed) => wordsOf(typed).length > 0)
    .toSorted((one, other) => rarity(other) - rarity(one));
}
