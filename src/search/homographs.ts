import type { OtherLanguages } from '#catalogue/schema/other-languages.ts';
import type { CasesFile } from './search-file.ts';
import { SearchIndex } from './search-index.ts';
import { fold, wordsOf } from './words.ts';

/**
 * A file of cases with its words that mean something else in German or Spanish: "Brand" is a fire, and "Rhein" stands in the titles of
 * sources. A query that holds one is listened to in those languages, though the page knows each of its words. A word that says something only
 * beside another is none of them: "down" of "System down". Pure.
 */
export function withHomographs(file: CasesFile, { heard }: OtherLanguages): CasesFile {
  const index = new SearchIndex(file);
  const ways = heard.flatMap(({ de, es }) => [...de, ...es]).filter((way) => !/\s/.test(way));
  const words = ways.flatMap((way) => way.split('/'));
  const keys = words.flatMap((word) => {
    const [found, ...more] = wordsOf(word);
    const isSame = more.length > 0 || !found || index.finder.find([found], fold(word)).length > 0;
    return !isSame && index.keys.has(found.key) ? [found.key] : [];
  });
  return { ...file, homographs: [...new Set(keys)].sort().join(',') };
}
