import { joinedWords, partsOf } from './compounds.ts';
import { designationsIn } from './designations.ts';
import { conceptKey } from './frequencies.ts';
import { isOneEditFrom } from './one-edit.ts';
import type { Heard } from './other-words.ts';
import { alike } from './same-words.ts';
import type { SearchIndex } from './search-index.ts';
import { unknownCharacters, unknownWords } from './unknown-words.ts';
import { fold, isJapanese, type Word, wordsOf } from './words.ts';

/** One thing asked for: any of these keys answers it, the best one counts. `weight` is how sure it is that it was meant. */
export type Wanted = { keys: readonly { key: string; weight: number }[] };

export type ReadQuery = {
  wanted: Wanted[];
  concepts: string[];
  /** How many of the typed words nobody understood (unknown-words.ts). */
  unknown: number;
};

const completionWeight = 0.8;
const correctionWeight = 0.5;
/** Beside the words themselves, which a case may hold as well: a meaning adds to them and does not outvote them. */
const conceptWeight = 1;
/** Every case has something for a buyer; "control" in a worry seldom means the people in controlling. */
const roleWeight = 0.3;
const mostCompletions = 12;
const mostCorrections = 3;
/** A slip in a shorter word turns it into another word. */
const leastLettersToCorrect = 5;

/** A concept heard in another language has no word beside it that counts as well. */
const foreignConceptWeight = 1.5;
/** "Puerto" in a Spanish sentence is a port, and not the first half of Puerto Rico. */
const homographWeight = 0.3;

/**
 * Reads a query for the words it holds and for what it speaks of, here or in other languages. The last word may be half typed; others may
 * be misspelt.
 */
export function readQuery(query: string, index: SearchIndex, heard: Heard): ReadQuery {
  const typed = wordsOf(query);
  const finished = /\s$/.test(query);
  const isForeign = speaksForeign(typed, index, heard);
  const read = typed.map((word, place): Wanted => {
    const wanted = readWord(word, index, place === typed.length - 1 && !finished);
    if (!heard.isWord(word.said)) return wanted;
    // What another language says is no slip of this one.
    if (!index.keys.has(word.key)) return { keys: [] };
    return isForeign ? { keys: [{ key: word.key, weight: homographWeight }] } : wanted;
  });
  const names = heard.names.flatMap(wordsOf);
  const words = [...typed, ...names];
  const wanted = [...read, ...names.map((word) => readWord(word, index, false))];
  const said = saidConcepts(words, wanted, query, index);
  for (const [id, sureness] of heard.concepts)
    said.set(id, Math.max(said.get(id) ?? 0, foreignConceptWeight * sureness));
  const concepts = [...said].map(([id, weight]) => ({
    keys: [{ key: conceptKey(id), weight: weight * (id.startsWith('roles:') ? roleWeight : conceptWeight) }],
  }));
  return {
    wanted: [...wanted, ...writtenApart(query, words, index), ...concepts],
    concepts: [...said.keys()],
    unknown: unknownWords(typed, read, heard) + unknownCharacters(query, index, heard),
  };
}

/** Whether more words are known to another language alone than to this one alone. */
function speaksForeign(typed: readonly Word[], index: SearchIndex, heard: Heard): boolean {
  const only = (there: boolean) =>
    typed.filter(({ said, key }) => heard.isWord(said) === there && index.keys.has(key) !== there).length;
  return only(true) > only(false);
}

/** What texts write as one word: "car maker", "pa 12". */
function writtenApart(query: string, words: readonly Word[], index: SearchIndex): Wanted[] {
  const isKnown = (key: string) => index.keys.has(key);
  const joined = isJapanese(query) ? [] : joinedWords(words, isKnown);
  const keys = [...joined, ...designationsIn(fold(query), isKnown)];
  return keys.map((key) => ({ keys: [{ key, weight: completionWeight }] }));
}

function readWord({ said, key }: Word, index: SearchIndex, mayBeHalf: boolean): Wanted {
  if (index.keys.has(key)) return { keys: [{ key, weight: 1 }] };
  const half = mayBeHalf && (said.length > 1 || isJapanese(said));
  const completions = half ? likeliest(index, mostCompletions, (known) => known.startsWith(said)) : [];
  if (completions.length > 0) return { keys: completions.map((known) => ({ key: known, weight: completionWeight })) };
  if (said.length < leastLettersToCorrect || isJapanese(said)) return { keys: [] };
  const parts = partsOf(said, (known) => index.keys.has(known));
  if (parts.length > 0) return { keys: parts.map((part) => ({ key: part, weight: completionWeight })) };
  const meant = likeliest(index, mostCorrections, (known) => isOneEditFrom(key, known) || isOneEditFrom(said, known));
  return { keys: meant.map((known) => ({ key: known, weight: correctionWeight })) };
}

function likeliest(index: SearchIndex, most: number, fits: (known: string) => boolean): string[] {
  return [...index.keys]
    .filter(fits)
    .sort((a, b) => index.commonness(b) - index.commonness(a))
    .slice(0, most)
    .map((known) => alike.get(known) ?? known);
}

/** What is spoken of, each with how sure it is: a way of speaking may lean on a word that was completed or corrected. */
function saidConcepts(
  words: readonly Word[],
  wanted: readonly Wanted[],
  query: string,
  index: SearchIndex,
): Map<string, number> {
  const found = new Map<string, number>();
  const hear = (reading: readonly Word[], sureness: number) => {
    for (const { meaning } of index.finder.find(reading, fold(query)))
      found.set(meaning, Math.max(found.get(meaning) ?? 0, sureness));
  };
  hear(words, 1);
  const likely = words.map((word, place) => ({ ...word, key: wanted[place]?.keys[0]?.key ?? word.key }));
  for (const [place, { keys }] of wanted.entries())
    for (const { key, weight } of keys)
      if (weight < 1)
        hear(
          likely.map((word, other) => (other === place ? { ...word, key } : word)),
          weight,
        );
  return found;
}
