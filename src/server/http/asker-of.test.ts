import { expect, test } from 'vitest';
import { askerOf, isOwnMachine } from './asker-of.ts';

const headers = (entries: Record<string, string>) => new Headers(entries);

test.each([
  ['203.0.113.7', {}, '203.0.113.7', 'somebody who asks without a proxy'],
  ['203.0.113.7', { 'x-forwarded-for': '198.51.100.1' }, '203.0.113.7', 'a stranger who invents a proxy'],
  ['127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }, '203.0.113.7', 'a proxy on this machine'],
  ['::ffff:10.0.0.2', { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' }, '203.0.113.7', 'what the nearest proxy saw'],
  ['127.0.0.1', {}, '127.0.0.1', 'this machine'],
  [undefined, {}, '', 'a connection that is gone'],
] as const)('%s with %j is %s: %s', (peer, sent, asker, _) => {
  expect(askerOf(peer, headers(sent))).toBe(asker);
});

test.each([
  ['127.0.0.1', {}, true],
  ['::1', {}, true],
  ['::ffff:127.0.0.1', {}, true],
  ['127.9.9.9', {}, true],
  ['10.0.0.2', {}, false],
  ['203.0.113.127', {}, false],
  [undefined, {}, false],
  ['127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }, false],
  ['127.0.0.1', { forwarded: 'for=203.0.113.7' }, false],
  ['::1', { via: '1.1 proxy' }, false],
] as const)('a request from %s with %j comes from this machine itself: %s', (peer, sent, own) => {
  expect(isOwnMachine(peer, sent)).toBe(own);
});
