import type { Term, Vocabulary } from './vocabulary.ts';

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** Names for the ids in a reason: labels of the vocabulary, and country names with the article English wants. */
export function reasonWords(vocabulary: Vocabulary) {
  const labelIn = (terms: readonly Term[]) => (id: string) => terms.find((term) => term.id === id)?.label ?? id;
  return {
    input: labelIn(vocabulary.inputs),
    sector: labelIn(vocabulary.sectors),
    role: labelIn(vocabulary.roles),
    country: countryInText,
  };
}

const withArticle = new Set(['US', 'GB', 'NL', 'PH', 'AE', 'CZ']);

/** "the United States", "Japan": as the name stands inside a sentence. */
export function countryInText(code: string): string {
  const name = countryNames.of(code) ?? code;
  return withArticle.has(code) ? `the ${name}` : name;
}
