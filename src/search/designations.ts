import { keyOf } from './words.ts';

/** The longest part of a designation that is written apart: "PA" and "12", "Nd", "Fe" and "B". */
const mostLetters = 4;
const mostParts = 3;

/**
 * "pa 12" or "nd-fe-b" may stand in a text as one word: the known words that short neighbours make together, which `wordsOf` would
 * leave out as numbers or hear as words of their own. `folded` is the query in lower case.
 */
export function designationsIn(folded: string, isKnown: (key: string) => boolean): string[] {
  const parts = folded.match(/[\p{Script=Latin}\p{Number}]+/gu) ?? [];
  return parts.flatMap((_, start) =>
    Array.from({ length: mostParts - 1 }, (_unused, more) => parts.slice(start, start + more + 2))
      .filter((run) => run.length > 1 && run.every((part) => part.length <= mostLetters) && isDesignation(run))
      .map((run) => keyOf(run.join('')))
      .filter(isKnown),
  );
}

/** Letters with a figure, or nothing but symbols of elements: "is it" is neither. */
function isDesignation(run: readonly string[]): boolean {
  const hasFigure = run.some((part) => /^\d/.test(part)) && /^\p{L}/u.test(run[0] ?? '');
  return hasFigure || (run.length === mostParts && run.every((part) => part.length <= 2));
}
