import { expect, test } from 'vitest';
import { causesOf, messageOf } from './causes.ts';

test('causes are told from the nearest to the farthest, whatever was thrown', () => {
  const error = new Error('top', { cause: new Error('middle', { cause: 'bottom' }) });
  expect(causesOf(error)).toEqual(['middle', 'bottom']);
});

test('of several causes side by side each is told', () => {
  const both = new AggregateError([new Error('over IPv6'), new Error('over IPv4')], 'no connection');
  expect(causesOf(new Error('top', { cause: both }))).toEqual(['no connection', 'over IPv6', 'over IPv4']);
});

test('a circle of causes ends', () => {
  const error = new Error('one');
  error.cause = new Error('two', { cause: error });
  expect(causesOf(error)).toEqual(['two']);
});

test('an error that says nothing is told by its code', () => {
  expect(messageOf(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
});
