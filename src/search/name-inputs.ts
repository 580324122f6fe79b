import type { Term, Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** What something bought is, in the words of the vocabulary: an input with its family, a family alone, or nothing it knows. */
export type NamedInput = { input: string; family: string | null } | { input: null; family: string | null };

/** Finds what firms call things: "M8 hex bolts A2" is fasteners, "lithium hydroxide" lithium. */
export type InputNamer = (said: string) => NamedInput;

/** A way of saying a term, as the keys of its words. */
type Way = { id: string; keys: readonly string[] };

/** Families whose goods are also what other goods come in: "drums" of a solvent are no drums. */
const alsoAWrapping: readonly string[] = ['packaging'];

/**
 * Reads the vocabulary once. Lists of purchases say what a thing is first and its grade, size and use after: so the first part that says
 * anything decides, and in it the longest way of saying something, then the one nearest to the end, where English and Japanese put the noun.
 */
export function inputNamer(vocabulary: Pick<Vocabulary, 'inputs' | 'families'>): InputNamer {
  const isWrapping = ({ family }: Term) => family !== undefined && alsoAWrapping.includes(family);
  const goods = waysOf(vocabulary.inputs.filter((term) => !isWrapping(term)));
  const wrappings = waysOf(vocabulary.inputs.filter(isWrapping));
  const families = waysOf(vocabulary.families);
  const familyOf = new Map(vocabulary.inputs.map(({ id, family }) => [id, family ?? null]));
  return (said) => {
    const parts = partsOf(said).map(wordsOf);
    const phrases = [...goods, ...wrappings.filter(({ keys }) => keys.length > 1)];
    const input = firstOf(parts, phrases) ?? firstOf(parts, wrappings);
    if (input !== null) return { input, family: familyOf.get(input) ?? null };
    return { input: null, family: firstOf(parts, families) };
  };
}

/** What divides a purchase: punctuation, a word that begins its use or place, and whatever holds a figure, which ends a part. */
const divides = /[,;()+/]|\s(?:for|with|w|in|ex|of|from|to)\s|(?<=\d\S*)\s/i;

/** "M8x30 hex bolt A2-70 DIN 933" in its parts: what it is, and then what kind of it. */
function partsOf(said: string): string[] {
  return said.split(divides).filter((part) => part.trim() !== '');
}

/** What the first part says that says anything. */
function firstOf(parts: readonly (readonly Word[])[], ways: readonly Way[]): string | null {
  for (const words of parts) {
    const id = bestOf(ways, words);
    if (id !== null) return id;
  }
  return null;
}

/** Finds which term of a list something said is: written as it stands in the list, or with one of its ways among other words. */
export function termNamer(terms: readonly Term[]): (said: string) => string | null {
  const ways = waysOf(terms);
  return (said) => termNamed(terms, said) ?? bestOf(ways, wordsOf(said));
}

/** The id of a term that was written as its id, its label or one of its synonyms, in any language; null for any other words. */
export function termNamed(terms: readonly Term[], written: string): string | null {
  const wanted = written.trim().toLowerCase();
  const found = terms.find((term) => [term.id, ...sayings(term)].some((saying) => saying.toLowerCase() === wanted));
  return found?.id ?? null;
}

function sayings({ label, synonyms, in: told }: Term): string[] {
  const others = Object.values(told ?? {}).flatMap((other) => [other.label, ...(other.synonyms ?? [])]);
  return [label, ...synonyms, ...others];
}

function waysOf(terms: readonly Term[]): Way[] {
  return terms.flatMap((term) =>
    [term.id.replaceAll('-', ' '), ...sayings(term)].flatMap((saying) => {
      const keys = wordsOf(saying).map(({ key }) => key);
      return keys.length === 0 ? [] : [{ id: term.id, keys }];
    }),
  );
}

function bestOf(ways: readonly Way[], words: readonly Word[]): string | null {
  let best: { id: string; length: number; end: number } | null = null;
  for (const { id, keys } of ways) {
    const end = lastEndOf(keys, words);
    if (end === null) continue;
    if (!best || keys.length > best.length || (keys.length === best.length && end > best.end))
      best = { id, length: keys.length, end };
  }
  return best?.id ?? null;
}

/** Where the keys stand one after another among the words, the last time; null where they do not. */
function lastEndOf(keys: readonly string[], words: readonly Word[]): number | null {
  for (let start = words.length - keys.length; start >= 0; start -= 1)
    if (keys.every((key, index) => words[start + index]?.key === key)) return start + keys.length;
  return null;
}
