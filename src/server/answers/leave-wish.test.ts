import { expect, test } from 'vitest';
import { leaveWish } from './leave-wish.ts';

test.each([
  ['what the page sends to leave', { act: 'unsubscribe' }, 'leave'],
  ['what the page sends to come back', { act: 'undo' }, 'undo'],
  ['the form of RFC 8058', { 'List-Unsubscribe': 'One-Click' }, 'one-click'],
  ['the same with a line break at its end', { 'List-Unsubscribe': 'One-Click\r\n' }, 'one-click'],
  ['nothing', {}, 'one-click'],
  ['a field nobody knows', { act: 'x' }, 'one-click'],
] as const)('%s is heard as what it is', (_, fields, wish) => {
  expect(leaveWish(fields)).toBe(wish);
});
