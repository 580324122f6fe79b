import { firstLanguage, type Language } from '#i18n/languages.ts';
import type { Catalogue } from './catalogue.ts';
import type { Term } from './schema/vocabulary.ts';

/** Names for the ids in a reason: labels of the vocabulary, and country names with the article English wants. */
export function reasonWords({ vocabulary, language }: Pick<Catalogue, 'vocabulary' | 'language'>) {
  const labelIn = (terms: readonly Term[]) => (id: string) => terms.find((term) => term.id === id)?.label ?? id;
  return {
    input: labelIn(vocabulary.inputs),
    family: labelIn(vocabulary.families),
    route: labelIn(vocabulary.routes),
    system: labelIn(vocabulary.systems),
    hazard: labelIn(vocabulary.hazards),
    sector: labelIn(vocabulary.sectors),
    role: labelIn(vocabulary.roles),
    country: (code: string) => countryInText(code, language),
  };
}

const withArticle = new Set(['US', 'GB', 'NL', 'PH', 'AE', 'CZ']);

/** "the United States", "Japan", 「日本」: as the name stands inside a sentence. */
export function countryInText(code: string, language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  return language === firstLanguage && withArticle.has(code) ? `the ${name}` : name;
}
