import type { Heard } from './other-words.ts';
import type { Wanted } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';
import { fold, isJapanese, type Word, wordsOf } from './words.ts';

/** A word that had to be put right is a guess: a word that nobody knows has a neighbour by chance. */
const leastSure = 0.7;

/** How many words in Latin letters nobody understood; one that was completed is understood in part. */
export function unknownWords(typed: readonly Word[], read: readonly Wanted[], heard: Heard): number {
  return typed.reduce((sum, { said }, place) => {
    if (isJapanese(said) || heard.isWord(said)) return sum;
    const sure = Math.max(0, ...(read[place]?.keys ?? []).map(({ weight }) => weight));
    return sum + (sure < leastSure ? 1 : 1 - sure);
  }, 0);
}

/** Two or three characters are a word in Chinese and Japanese. */
const wordsInCharacter = 0.4;

/** How many words are in the characters that stand in nothing known: neither a pair of the index nor a way of speaking. */
export function unknownCharacters(query: string, index: SearchIndex, heard: Heard): number {
  const folded = fold(query);
  if (!isJapanese(folded)) return 0;
  const pairs = wordsOf(query).flatMap(({ said, key }) => (isJapanese(said) && index.keys.has(key) ? [said] : []));
  const known = new Set([...pairs, ...heard.pieces].flatMap((piece) => placesOf(folded, piece)));
  const open = Array.from(folded).filter((letter, place) => isContent(letter) && !known.has(place));
  return open.length * wordsInCharacter;
}

/** Hiragana mostly bends words and binds them. */
const isContent = (letter: string) => /[\p{Script=Han}\p{Script=Katakana}ー]/u.test(letter);

function placesOf(text: string, piece: string): number[] {
  const places: number[] = [];
  for (let start = text.indexOf(piece); start >= 0; start = text.indexOf(piece, start + 1))
    for (let place = start; place < start + piece.length; place += 1) places.push(place);
  return places;
}
