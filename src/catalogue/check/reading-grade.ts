import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The American school year that can read the text: Kincaid and others, Derivation of New Readability Formulas, 1975. */
export function readingGrade(text: string): number {
  const words = text.match(/[\p{L}\d][\p{L}\d'’.,-]*/gu) ?? [];
  const sentences = text.split(/[.!?]+["”’)]*\s/u).filter((sentence) => /\p{L}/u.test(sentence));
  const letters = words.filter((word) => /\p{L}/u.test(word));
  return fleschKincaid({
    sentence: Math.max(1, sentences.length),
    word: words.length,
    // A figure counts as one syllable: readers take in "2,000" at a glance.
    syllable: syllable(letters.join(' ')) + (words.length - letters.length),
  });
}
