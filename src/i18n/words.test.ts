import { expect, test } from 'vitest';
import { wordsIn } from './words.ts';

/** Every plain text among the words, by its path. */
function textsOf(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, path ? `${path}.${name}` : name));
}

/** Marks and names that are written alike everywhere. */
const alike = new Set(['name', ...['red', 'amber', 'green', 'clear'].map((label) => `reports.labels.${label}.name`)]);

test('no word of the interface is left in English on a Japanese page', () => {
  const english = new Map(textsOf(wordsIn('en')));
  const left = textsOf(wordsIn('ja')).filter(
    ([path, text]) => !alike.has(path) && /[a-z]{3}/i.test(text) && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text),
  );
  expect(left).toEqual([]);
  expect([...english.keys()].sort()).toEqual(
    textsOf(wordsIn('ja'))
      .map(([path]) => path)
      .sort(),
  );
});

test('Japanese keeps its own voice: no exclamation marks, and no full stop of the West', () => {
  const loud = textsOf(wordsIn('ja')).filter(([, text]) => /[!！]|[\u3040-\u30ff\u4e00-\u9fff]\.( |$)/.test(text));
  expect(loud).toEqual([]);
});
