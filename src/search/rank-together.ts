import type { Language } from '#i18n/languages.ts';
import { leastCloseness } from './closeness.ts';
import type { Ranked } from './rank.ts';

/** Of what the page's own index scores for words of another language; a full share brought English on the Japanese page two hits of fifty less. */
const ownShare = 0.2;

/** What a query found in either language as one ranking, and which cases the other language found better than the page's own. Pure. */
export type RankedTogether = Omit<Ranked, 'closeness'> & {
  /** Whether anything is close to what was typed, and does not only share a word with it. */
  isClose: boolean;
  foundIn: ReadonlyMap<string, Language>;
};

/**
 * The language that was typed leads, and the page's own adds what it understood of it (names, ways of speaking). Lessons
 * and questions come from the page's own language; their words are translated as the cases' are.
 */
export function rankTogether(own: Ranked, also: Ranked | undefined, language: Language | undefined): RankedTogether {
  if (!also || !language) {
    const { closeness, ...found } = own;
    return { ...found, isClose: closeness >= leastCloseness, foundIn: new Map() };
  }
  const scoreIn = ({ cases }: Ranked, id: string) => cases.find((entry) => entry.id === id)?.score ?? 0;
  const ids = [...new Set([...own.cases, ...also.cases].map(({ id }) => id))];
  const cases = ids
    .map((id) => ({
      id,
      score: ownShare * scoreIn(own, id) + scoreIn(also, id),
      reasons: own.cases.find((entry) => entry.id === id)?.reasons ?? [],
    }))
    .sort((a, b) => b.score - a.score);
  return {
    cases,
    others: own.others,
    words: own.words,
    isClose: Math.max(own.closeness, also.closeness) >= leastCloseness,
    foundIn: new Map(ids.filter((id) => scoreIn(also, id) > scoreIn(own, id)).map((id) => [id, language])),
  };
}
