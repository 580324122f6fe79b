import { expect, test } from 'vitest';
import { wordsOfTests } from '#testing/a-reported-miss.ts';
import { flaggedIn } from './flag-list.ts';

const saidIn = (text: string) => flaggedIn(text, wordsOfTests).map(({ kind, said }) => [kind, said]);

test.each([
  ['We asked Kazehaya.', 'name', 'Kazehaya'],
  ['Stone had it.', 'name', 'Stone'],
  ['It was Mr. Stone who saw it.', 'name', 'Mr. Stone'],
  ['A planner in Pune saw it.', 'name', 'Pune'],
  ['田中さんが気づいた。', 'name', '田中さん'],
  ['田中部長に話した。', 'name', '田中部長'],
  ['刈谷工場が止まった。', 'name', '刈谷工場'],
  ['It stopped on 11 March 2026.', 'date', '11 March 2026'],
  ['It stopped on March 11th.', 'date', 'March 11th'],
  ['It stopped on 2026-03-11.', 'date', '2026-03-11'],
  ['It stopped on 11/3.', 'date', '11/3'],
  ['It stopped at 14:05.', 'date', '14:05'],
  ['3月11日に止まった。', 'date', '3月11日'],
  ['令和8年3月11日に止まった。', 'date', '令和8年3月11日'],
])('%s: a possible %s, %s', (text, kind, said) => expect(saidIn(text)).toContainEqual([kind, said]));

test.each([
  'The ship waited in the Suez Canal, and ERP was down.',
  'On Monday, ask who else makes it. It came in 2024-Q3.',
  'I noticed it, and I’m glad.',
  'お客様と担当者が気づいた。三か月かかった。自社工場は止まらなかった。',
])('nothing is flagged of: %s', (text) => {
  const known = { ...wordsOfTests, isCommon: (word: string) => word === 'on' || wordsOfTests.isCommon(word) };
  expect(flaggedIn(text, known)).toEqual([]);
});
