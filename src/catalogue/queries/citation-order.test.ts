import { expect, test } from 'vitest';
import { aCaseFolder } from '#testing/a-case-folder.ts';
import { readLibrary } from '../read/read-content.ts';
import { citationOrder } from './citation-order.ts';

const folder = aCaseFolder();
const entry = readLibrary('content').en.cases.find(({ id }) => id === folder.id);
if (!entry) throw new Error('the case of the tests is not in the library');

test('notes count up from the figures through the story, and what is cited nowhere comes last', () => {
  const order = citationOrder(entry, folder.body);
  const shown = entry.impact.flatMap(({ sources }) => sources);
  expect(order.slice(0, new Set(shown).size)).toEqual([...new Set(shown)]);
  expect([...order].sort()).toEqual(entry.sources.map(({ id }) => id).sort());
});

test('an element that draws a field cites where it stands', () => {
  const [last] = entry.timeline.at(-1)?.sources ?? [];
  const figures = { ...entry, impact: [], sources: [] };
  const before = citationOrder(figures, '<Timeline /> Then.<Cite of="z" />');
  expect(before.indexOf(last ?? '')).toBeLessThan(before.indexOf('z'));
  const after = citationOrder(figures, 'Then.<Cite of="z" /> <Timeline />');
  expect(after[0]).toBe('z');
});
