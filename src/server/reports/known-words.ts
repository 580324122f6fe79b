import type { Catalogue } from '#catalogue/catalogue.ts';
import type { KnownWords } from '#core/reports/flag-list.ts';

const kept = new WeakMap<Catalogue, KnownWords>();

/**
 * Which words are ordinary: those that the library’s own stories write small, some thousands. Countries, routes and the vocabularies’ words are names of nobody.
 * Read once for each state of the library.
 */
export function knownWords(catalogue: Catalogue): KnownWords {
  const before = kept.get(catalogue);
  if (before) return before;
  const { cases, lessons, modules, vocabulary } = catalogue;
  const told = JSON.stringify([cases, lessons, modules, vocabulary]);
  const common = new Set([...told.matchAll(/(?<![\p{L}-])\p{Ll}[\p{Ll}’'-]*/gu)].map(([word]) => word));
  const labels = JSON.stringify([vocabulary.routes, vocabulary.systems, vocabulary.sectors, vocabulary.inputs]);
  const harmless = new Set([...`${labels} ${countries()}`.matchAll(/\p{Lu}[\p{L}\p{N}-]*/gu)].map(([word]) => word));
  const words = { isCommon: (small: string) => common.has(small), isHarmless: (word: string) => harmless.has(word) };
  kept.set(catalogue, words);
  return words;
}

/** Every country, and what people call some of them. */
function countries(): string {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  return [
    ...codes.map((code) => names.of(code) ?? ''),
    'UK USA US EU Europe Asia Africa America European Japanese Chinese',
  ].join(' ');
}
