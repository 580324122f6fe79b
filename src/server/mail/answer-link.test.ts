import { expect, test } from 'vitest';
import { answerLink, tappedAnswer } from './answer-link.ts';

test('the page knows which answer was tapped, in a mail of today and in one that left before', () => {
  const today = new URL(answerLink('cannot').replace('%%answerUrl%%', 'https://nodomoto.example/n/x'));
  expect(tappedAnswer(today.searchParams)).toBe('cannot');
  expect(tappedAnswer(new URLSearchParams('choice=b'))).toBe('b');
  expect(tappedAnswer(new URLSearchParams('change'))).toBeNull();
});
