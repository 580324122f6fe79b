import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import type { StaffColumn } from './staff-columns.ts';

/** What the cells of a column look like they hold, of what a list of people cannot do without. */
export const guessable = ['email', 'zone', 'name', 'team'] as const satisfies readonly StaffColumn[];
export type Guessable = (typeof guessable)[number];

/** A column that its heading does not tell, with what stands in it. */
export type UnnamedColumn = { heading: string; texts: readonly string[] };

/** So many of a column's cells have to look alike; lists have a few odd ones. */
const mostCells = 0.9;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Two to four words of letters, or two to ten letters of a script that puts no blank between names. */
const inWords = /^\p{L}[\p{L}\p{M}'’.-]*(?:,?\s(?:\p{L}[\p{L}\p{M}'’.-]*)){0,3}$/u;
const inOneScript = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々\s]{2,12}$/u;

/**
 * Guesses which columns hold what is still missing, by what stands in them: addresses and time zones by their form; names differ from line to
 * line, teams come again. A guess is a proposal, to be agreed to; null where nothing speaks for one.
 */
export function guessColumns(
  columns: readonly UnnamedColumn[],
  missing: readonly Guessable[],
  isZone: (text: string) => boolean,
): Map<string, Guessable> {
  const guesses = new Map<string, Guessable>();
  const scores: Record<Guessable, (texts: readonly string[]) => number> = {
    email: (texts) => share(texts, (text) => address.test(text)),
    zone: (texts) => share(texts, isZone),
    name: (texts) => share(texts, isNameLike) * (0.5 + distinct(texts) / 2),
    team: (texts) => share(texts, isWords) * (1.5 - distinct(texts) / 2),
  };
  for (const column of guessable.filter((one) => missing.includes(one))) {
    const best = columns
      .filter(({ heading, texts }) => texts.length > 0 && !guesses.has(heading))
      .map(({ heading, texts }) => ({ heading, score: scores[column](texts) }))
      .reduce((one, other) => (other.score > one.score ? other : one), { heading: '', score: 0 });
    if (best.score >= mostCells) guesses.set(best.heading, column);
  }
  return guesses;
}

const share = (texts: readonly string[], is: (text: string) => boolean): number =>
  texts.filter(is).length / texts.length;

const distinct = (texts: readonly string[]): number => new Set(texts).size / texts.length;

function isNameLike(text: string): boolean {
  return text.length <= 60 && (inWords.test(text) || inOneScript.test(text));
}

/** Neither a number, nor a day, nor an address. */
function isWords(text: string): boolean {
  return (
    text.length <= 80 &&
    /\p{L}{2}/u.test(text) &&
    !text.includes('@') &&
    !readNumber(text) &&
    readDate(text).kind === 'none'
  );
}
