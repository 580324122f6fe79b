import { stemmer } from 'stemmer';
import { alike, apart } from './same-words.ts';
import { stopWords } from './stop-words.ts';

/** A word of a text: as it was said (folded to lower case, one spelling), and the key it is filed under. */
export type Word = { said: string; key: string };

const latinOrKana = /([\p{Script=Latin}\p{Number}]+)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+)/gu;

/** In capitals these are names; in lower case they are pronouns. */
const names: readonly [RegExp, string][] = [
  [/\bIT\b/g, 'infotech'],
  [/\bjust[- ]in[- ]time\b/gi, 'jit'],
  [/\bback[- ](up|ups|ed up)\b/gi, 'backup'],
  [/\bU\.?S\.?(?:A\.?|\b)/g, 'usa '],
  // "PA 12" and "F-150" are PA12 and F150, but "USD 12" is a sum and "GM 2009" a year.
  [/\b(?!USD|EUR|GBP|JPY|CNY|KRW|EU|UK|IT)([A-Z]{1,3})[- ](?!(?:19|20)\d\d\b)(\d{1,4})\b(?![.,]\d)/g, '$1$2'],
  // "Nd-Fe-B" is NdFeB.
  [/\b([A-Z][a-z]?)-([A-Z][a-z]?)-([A-Z][a-z]?)\b/g, '$1$2$3'],
];

/** British and American spellings are filed under one key, and so is what a plural of an acronym leaves. */
const spellings: readonly [RegExp, string][] = [
  [/^(sul)ph/, '$1f'],
  [/^tyre/, 'tire'],
  [/^alumini/, 'alumin'],
  [/^(cent|fib|lit|met|theat)re(s?)$/, '$1er$2'],
  [/(\w{3})our(s|ed|ing)?$/, '$1or$2'],
  [/(\w{3})is(e[ds]?|ing|ation|ations)$/, '$1iz$2'],
  [/^(licen|defen|offen)c(e[ds]?)$/, '$1s$2'],
  [/^analogue/, 'analog'],
  [/^mould/, 'mold'],
  [/^draught/, 'draft'],
  [/^aeroplane/, 'airplane'],
  [/^haulier/, 'hauler'],
  [/^enquir/, 'inquir'],
  [/^(an|h|p)ae/, '$1e'],
  [/^tonne/, 'ton'],
  [/^programme/, 'program'],
];

/** One form for what looks different and is read alike: width, case, accents, apostrophes. */
export function fold(text: string): string {
  const named = names.reduce((done, [shape, name]) => done.replace(shape, name), text.normalize('NFKC'));
  return named
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/['’]s\b/g, '')
    .replace(/['’]/g, '');
}

function isYear(digits: string): boolean {
  return /^(19|20)\d\d$/.test(digits);
}

/** The key of one Latin word: British or American, singular or plural, it is the same. Porter, An algorithm for suffix stripping, 1980. */
export function keyOf(word: string): string {
  const spelled = spellings.reduce((done, [shape, other]) => done.replace(shape, other), word);
  const stem = apart.get(spelled) ?? stemmer(spelled);
  return alike.get(stem) ?? stem;
}

/** Japanese writes no spaces: each two neighbouring characters are a word. One character alone is a word of its own. */
function pairsOf(run: string): Word[] {
  const letters = [...run];
  if (letters.length === 1) return [{ said: run, key: run }];
  return letters
    .slice(1)
    .map((letter, index) => ({ said: `${letters[index]}${letter}`, key: `${letters[index]}${letter}` }));
}

/** The words of a text in their order, without stop words, and without numbers that are not years. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [, latin, japanese] of fold(text).matchAll(latinOrKana)) {
    if (japanese) words.push(...pairsOf(japanese));
    if (!latin || stopWords.has(latin) || (/^\d+$/.test(latin) && !isYear(latin))) continue;
    words.push({ said: latin, key: keyOf(latin) });
  }
  return words;
}

export const isJapanese = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
