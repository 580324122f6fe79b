import { expect, test } from 'vitest';
import type { Question } from '../schema/question.ts';
import { checkQuizzes } from './check-quizzes.ts';

function aQuestion(rightAt: number, rightText = 'Ask who makes it'): Question {
  const choices: Question['choices'] = [0, 1, 2, 3].map((position) =>
    position === rightAt
      ? { text: rightText, because: 'Only the maker knows how long it would take to make it again.' }
      : { text: 'Wait for the supplier', tempts: 'News will come by itself.', costs: 'The days when others decide.' },
  );
  return {
    id: 'q',
    lesson: 'l',
    roles: ['buyer'],
    scene: 'You hold stock for four days.',
    ask: 'What now?',
    subject: 'Four days',
    choices,
    sources: [],
  };
}

const spread = (length: number, at: (index: number) => number, text?: string) => [
  { questions: Array.from({ length }, (_, index) => aQuestion(at(index), text)) },
];

test('right answers that stand in every place alike pass', () => {
  expect(checkQuizzes(spread(80, (index) => index % 4))).toEqual([]);
});

test('a place that is right too often is named with its count', () => {
  const faults = checkQuizzes(spread(80, () => 1));
  expect(faults.map((fault) => fault.wrong)).toContain('answer b is right 80 times of 80, where 20 would be chance');
});

test('a right answer that is mostly the longest gives itself away', () => {
  const faults = checkQuizzes(
    spread(80, (index) => index % 4, 'Ask the maker of the part how long it would take to make it again'),
  );
  expect(faults.map((fault) => fault.wrong)).toEqual([
    'the right answer is the longest 80 times of 80, where 20 would be chance',
  ]);
});

test('of a few questions nothing is said, for any spread may be chance', () => {
  expect(checkQuizzes(spread(12, () => 0))).toEqual([]);
});
