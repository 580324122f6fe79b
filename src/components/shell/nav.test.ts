import { expect, test } from 'vitest';
import { roomOf, rooms } from './nav.ts';

test('a page stands in the room whose pages it is one of, or below', () => {
  expect(roomOf('/cases/riken-piston-rings-2007/')?.id).toBe('cases');
  expect(roomOf('/atlas/fire/')?.id).toBe('cases');
  expect(roomOf('/compare/keep-stock/a-and-b/')?.id).toBe('lessons');
  expect(roomOf('/sample/brief/')?.id).toBe('how');
});

test.each(['/', '/desk', '/n/token', '/me/token', '/report'])('%s stands in no room', (path) => {
  expect(roomOf(path)).toBeUndefined();
});

test('a room begins with its first page, and no page stands in two', () => {
  for (const { href, pages } of rooms) expect(pages[0].href).toBe(href);
  const all = rooms.flatMap(({ pages }) => pages.map(({ href }) => href));
  expect(new Set(all).size).toBe(all.length);
});
