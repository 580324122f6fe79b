import { expect, test } from 'vitest';
import { selfCheckOf } from './self-check.ts';

const question = (id: string, lesson: string) => ({ id: `naka/${id}`, lesson });
const asked = (...questions: ReturnType<typeof question>[]) =>
  selfCheckOf({ id: 'naka', decision: 'gate', questions }).map(({ id }) => id);

test('the decision of the story is not asked again', () => {
  expect(asked(question('gate', 'a'), question('two', 'a'))).toEqual(['naka/two']);
});

test('each lesson is asked once before any is asked twice', () => {
  const many = ['a', 'a', 'a', 'b', 'c', 'd', 'e', 'f'].map((lesson, index) => question(String(index), lesson));
  expect(asked(...many)).toEqual(['0', '3', '4'].map((id) => `naka/${id}`));
});

test('a case with few lessons fills up in its own order', () => {
  expect(asked(question('1', 'a'), question('2', 'a'), question('3', 'b'))).toEqual(['naka/1', 'naka/2', 'naka/3']);
});
