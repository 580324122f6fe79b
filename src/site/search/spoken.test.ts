import { expect, test } from 'vitest';
import { wordsIn } from '#i18n/words.ts';
import { reasonOf, spokenWords, tallyOf } from './spoken.ts';

const english = spokenWords(wordsIn('en'));
const japanese = spokenWords(wordsIn('ja'));

test('a tally is one, many or none, and says what was asked', () => {
  expect(tallyOf(english, 1, '', 'en')).toBe('1 case');
  expect(tallyOf(english, 1200, 'fire', 'en')).toBe('1,200 cases for “fire”');
  expect(tallyOf(english, 0, '$& {tally}', 'en')).toBe('No case for “$& {tally}”');
});

test('each language counts and lists in its own way', () => {
  expect(tallyOf(japanese, 2, '火災', 'ja')).toBe('「火災」：2件の事例');
  expect(reasonOf(japanese, ['産業事故', '自動車'], 'ja')).toContain('産業事故、自動車');
  expect(reasonOf(english, ['One site', 'One supplier', 'Cyber-attack'], 'en')).toBe(
    'Found under One site, One supplier and Cyber-attack.',
  );
});

test('without a reason nothing is said', () => {
  expect(reasonOf(english, [], 'en')).toBe('');
});
