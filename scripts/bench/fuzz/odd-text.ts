import type { Dice } from './dice.ts';

/** What parsers of paths, headers and forms trip over: separators, escapes, numbers at their edges, letters beyond ASCII. */
const oddities = [
  '',
  ' ',
  '\t',
  '/',
  '//',
  '\\',
  '.',
  '..',
  ';',
  ',',
  '=',
  '&',
  '?',
  '#',
  '%',
  '%00',
  '%0d%0a',
  '%2e%2e',
  '%2f',
  '%5c',
  '%25',
  '%u0041',
  '%c0%ae',
  '%ff',
  '%E3%81%82',
  'あ',
  'é',
  '\u00a0',
  '\u202e',
  '"',
  "'",
  '<b>',
  '{}',
  '[]',
  '$',
  '`',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '0',
  '-1',
  '1e9',
  '2147483648',
  '9007199254740993',
  '0x10',
  '1.5',
  'true',
  'a',
  'Z',
] as const;

/** A few odd pieces in a row; now and then very many. */
export function oddText(dice: Dice): string {
  const text = dice.some(5, () => dice.one(oddities)).join('');
  return dice.happens(0.01) ? text.repeat(1 + dice.below(4000)).slice(0, 40_000) : text;
}

/** A text that is right but for a place or two. */
export function damaged(dice: Dice, text: string): string {
  const at = dice.below(text.length + 1);
  const cut = dice.below(3);
  return text.slice(0, at) + (dice.happens(0.6) ? dice.one(oddities) : '') + text.slice(at + cut);
}

/** As it stands, damaged, or something else altogether. */
export function perhapsDamaged(dice: Dice, text: string): string {
  if (dice.happens(0.5)) return text;
  return dice.happens(0.6) ? damaged(dice, text) : oddText(dice);
}
