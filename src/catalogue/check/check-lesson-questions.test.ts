import { expect, test } from 'vitest';
import { aCaseFolder } from '#testing/a-case-folder.ts';
import type { Question } from '../schema/question.ts';
import { checkLessonQuestions } from './check-lesson-questions.ts';

const { frontMatter, questions } = aCaseFolder();
const [first] = questions;
const lessons = [{ id: 'keep-stock', here: 'The stock lasted four hours, and the plant was gone.' }];

/** A case that asks one lesson by as many questions as there are sets of roles. */
function asking(...roles: Question['roles'][]) {
  if (!first) throw new RangeError('the case asks nothing');
  const own = roles.map((set, at) => ({ ...first, id: `question-${at}`, lesson: 'keep-stock', roles: set }));
  return [aCaseFolder({ frontMatter: { ...frontMatter, lessons }, questions: own })];
}

test('five questions for four roles are enough', () => {
  expect(checkLessonQuestions(asking(['buyer'], ['planner'], ['it'], ['hr'], ['buyer']))).toEqual([]);
});

test('too few questions are named, and so are too few roles', () => {
  expect(checkLessonQuestions(asking(['buyer', 'planner', 'it', 'hr']))).toMatchObject([
    { file: 'lessons/keep-stock.yaml', wrong: 'it is asked by 1 questions, of 4 roles' },
  ]);
  expect(checkLessonQuestions(asking(['it'], ['it'], ['it'], ['it'], ['it'])).map(({ wrong }) => wrong)).toEqual([
    'it is asked by 5 questions, of 1 roles',
  ]);
});
