import { expect, test } from 'vitest';
import { indexHeading, underHeadings } from './index-heading.ts';

test('in English a name stands under its first letter, whatever marks that carries', () => {
  expect(['Asahi', 'Évian', 'thyssenkrupp', '3M'].map((name) => indexHeading(name, 'en'))).toEqual([
    'A',
    'E',
    'T',
    '0–9',
  ]);
});

test('in Japanese a name stands under its row of the syllabary, Latin letters together, kanji under none', () => {
  const names = ['ガリウム', 'パナソニック', 'ワルマート', 'ヴァーレ', 'ァ', 'すし', 'BASF', '経済産業省'];
  expect(names.map((name) => indexHeading(name, 'ja'))).toEqual([
    'カ行',
    'ハ行',
    'ワ行',
    'ア行',
    'ア行',
    'サ行',
    'A–Z',
    null,
  ]);
});

test('entries keep their order under their headings, and those without a heading come last', () => {
  const groups = underHeadings(['経済産業省', 'アイシン', 'カゴメ', 'アスクル'], 'ja', (name) => name);
  expect(groups.map(({ heading, entries }) => [heading, entries])).toEqual([
    ['ア行', ['アイシン', 'アスクル']],
    ['カ行', ['カゴメ']],
    [null, ['経済産業省']],
  ]);
});
