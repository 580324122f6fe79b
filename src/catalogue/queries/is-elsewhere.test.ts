import { expect, test } from 'vitest';
import { readLibrary } from '../read/read-content.ts';
import { isElsewhere, isElsewhereIn } from './is-elsewhere.ts';

const library = readLibrary('content');

const vocabulary = {
  inputs: [
    { id: 'brake-valves', label: 'Brake valves', synonyms: ['p-valve'], in: { ja: { label: 'ブレーキ用バルブ' } } },
  ],
};

const story = {
  ...{ id: 'aisin-fire-1997', decision: 'saturday-morning', place: 'Kariya, Aichi, Japan', inputs: ['brake-valves'] },
  event: { name: 'Aisin brake-valve plant fire, 1997', start: '1997-02-01', end: '1997-02-06' },
};

const asked = (scene: string) => isElsewhere({ id: 'aisin-fire-1997/another', scene }, story, vocabulary);

test('a question is set elsewhere when its scene names nothing of the case', () => {
  expect(asked('One plant sends your bakeries 97 per cent of the yeast.')).toBe(true);
});

test.each([
  ['an actor', 'You buy from Aisin.'],
  ['the place', 'You live in Kariya.'],
  ['the goods, in the singular', 'The only maker of a brake valve has burned down.'],
  ['the goods, in Japanese', 'ブレーキ用バルブの唯一のメーカーが焼けました。'],
  ['the year', 'The file says: it is 1997.'],
  ['a date of its own', 'May 2003. You buy yeast.'],
])('it is not when the scene names %s', (_, scene) => {
  expect(asked(scene)).toBe(false);
});

test('a figure that is no year, and a year to come, date nothing', () => {
  expect(asked('You own 1,997 trucks. The contract runs until 2030.')).toBe(true);
});

test('the decision that a case stops at is its own, whatever its scene says', () => {
  const decisions = library.en.cases.map(({ id, decision }) => `${id}/${decision}`);
  expect(decisions.filter((id) => isElsewhereIn(library, id))).toEqual([]);
});

test('in the library most questions are set elsewhere, and none of those names its case', () => {
  const elsewhere = library.en.cases.map((entry) => entry.questions.filter(({ id }) => isElsewhereIn(library, id)));
  expect(elsewhere.flat().length).toBeGreaterThan(library.en.cases.length);
  expect(elsewhere.flat().filter(({ scene }) => /^[^.]*\b(?:19|20)\d{2}\./.test(scene))).toEqual([]);
});

test('of a question that the library has no longer nothing is claimed', () => {
  expect(isElsewhereIn(library, 'aisin-fire-1997/withdrawn')).toBe(false);
});
