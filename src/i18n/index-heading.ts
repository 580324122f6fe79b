import type { Language } from './languages.ts';

/** The rows of the Japanese syllabary, each by its first sign; every sign up to the next belongs to it. */
const rows = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];

/** What stands over a name in an index, where all that begin alike stand together: a letter, a row of the syllabary, or `null` for kanji, whose reading is not known. */
export function indexHeading(name: string, language: Language): string | null {
  const first = name.normalize('NFKD').charAt(0);
  if (/\p{Script=Latin}/u.test(first)) return language === 'en' ? first.toUpperCase() : 'A–Z';
  if (/\p{Nd}/u.test(first)) return '0–9';
  const sign = /\p{Script=Hiragana}/u.test(first) ? String.fromCharCode(first.charCodeAt(0) + 0x60) : first;
  return /\p{Script=Katakana}/u.test(sign) ? `${rows.findLast((row) => row <= large(sign)) ?? 'ア'}行` : null;
}

/** Small signs stand before their large ones: ァ belongs to ア. */
function large(sign: string): string {
  return sign === 'ァ' ? 'ア' : sign;
}

/** Entries under their headings, in the order in which they come; those under no heading last. */
export function underHeadings<Entry>(
  entries: readonly Entry[],
  language: Language,
  nameOf: (entry: Entry) => string,
): { heading: string | null; entries: Entry[] }[] {
  const groups = Map.groupBy(entries, (entry) => indexHeading(nameOf(entry), language));
  return [...groups]
    .map(([heading, group]) => ({ heading, entries: group }))
    .sort((a, b) => Number(a.heading === null) - Number(b.heading === null));
}
