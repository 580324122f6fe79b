import { expect, test } from 'vitest';
import type { Typed } from './form.ts';
import { nameTypedChoices } from './name-typed-choices.ts';

/** A question named `q` with these choices, each its text and its name. */
function aQuestion(...choices: (readonly [text: string, id?: string])[]): Typed {
  const rows = choices.flatMap(([text, id], index) => {
    const row = `questions[1].choices[${index + 1}]`;
    return [[`${row}.text`, text], ...(id === undefined ? [] : [[`${row}.id`, id]])];
  });
  return { 'questions[1].id': 'q', ...Object.fromEntries(rows) };
}

function named(typed: Typed, before: Typed) {
  const ids = nameTypedChoices(typed, before);
  return [1, 2, 3, 4].flatMap((row) => ids[`questions[1].choices[${row}].id`] ?? []);
}

test('a new choice is named after its words, each by another name, and a name is never too short or long', () => {
  const long = `${'supercalifragilistic '.repeat(4)}`.trim();
  expect(named(aQuestion(['Call the old firm today'], ['Call the old firm tomorrow'], ['No'], [long]), {})).toEqual([
    'call-the-old-firm',
    'call-the-old-firm-2',
    'choice-3',
    'supercalifragilistic-supercalifragilis',
  ]);
});

test('a choice keeps its name when it is worded anew, and when all change places', () => {
  const before = aQuestion(['Call', 'call-them'], ['Wait', 'wait-it-out']);
  expect(named(aQuestion(['Call them', 'call-them'], ['Wait', 'wait-it-out']), before)).toEqual([
    'call-them',
    'wait-it-out',
  ]);
  // The texts were retyped in each other's rows, and the names under “more” stayed where they were.
  expect(named(aQuestion(['Wait', 'call-them'], ['Call', 'wait-it-out']), before)).toEqual([
    'wait-it-out',
    'call-them',
  ]);
});

test('what takes the row of a choice that moved on is another choice', () => {
  const before = aQuestion(['Call', 'call-them'], ['Wait', 'wait-it-out']);
  expect(named(aQuestion(['Wait', 'call-them'], ['Buy from both', 'wait-it-out']), before)).toEqual([
    'wait-it-out',
    'buy-from-both',
  ]);
});

test('a name that an editor gives is kept', () => {
  const before = aQuestion(['Call', 'call-them'], ['Wait', 'wait-it-out']);
  expect(named(aQuestion(['Call', 'ring-them'], ['Wait', 'wait-it-out']), before)).toEqual([
    'ring-them',
    'wait-it-out',
  ]);
});

test('choices that went out without names stay what they were called by: their places', () => {
  const before = aQuestion(['Call'], ['Wait']);
  expect(named(aQuestion(['Wait'], ['Call'], ['Buy from both']), before)).toEqual([
    'choice-2',
    'choice-1',
    'buy-from-both',
  ]);
});

test('choices of other questions are no concern of these', () => {
  const other = {
    'questions[1].id': 'p',
    'questions[1].choices[1].text': 'Call',
    'questions[1].choices[1].id': 'x-call',
  };
  expect(named(aQuestion(['Call']), other)).toEqual(['call']);
});
