import { keyOf, type Word } from './words.ts';

const leastLetters = 4;

/** "warehousefire" read as the two words it is made of, where both are known; the fullest first part wins. */
export function partsOf(said: string, isKnown: (key: string) => boolean): string[] {
  for (let end = said.length - leastLetters; end >= leastLetters; end -= 1) {
    const keys = [keyOf(said.slice(0, end)), keyOf(said.slice(end))];
    if (keys.every(isKnown)) return keys;
  }
  return [];
}

/** "car maker" may stand in a text as one word: the known words that two neighbours make together. */
export function joinedWords(words: readonly Word[], isKnown: (key: string) => boolean): string[] {
  return words.slice(1).flatMap(({ said }, place) => {
    const key = keyOf(`${words[place]?.said ?? ''}${said}`);
    return isKnown(key) ? [key] : [];
  });
}
