import { expect, test } from 'vitest';
import { Citations } from './case-on-page.ts';

const story = 'One.<Cite of="a b" /> Two.<Cite of="a" />';

test('a source keeps the number of its place in the list', () => {
  const citations = new Citations(['b', 'a'], story);
  expect(citations.mark('a').number).toBe(2);
});

test('only the first citation of a source is its first', () => {
  const citations = new Citations(['a', 'b'], story);
  expect([citations.mark('a').first, citations.mark('b').first, citations.mark('a').first]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a source knows every place that cites it before the story is rendered', () => {
  const citations = new Citations(['a', 'b'], story);
  expect(citations.placesOf('a')).toEqual(['c1-1', 'c1-2']);
  expect([citations.mark('a').anchor, citations.mark('a').anchor]).toEqual(citations.placesOf('a'));
});

test('a source that is cited only in figures points back to nothing', () => {
  expect(new Citations(['a', 'c'], story).placesOf('c')).toEqual([]);
});
