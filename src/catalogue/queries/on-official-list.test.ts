import { expect, test } from 'vitest';
import { readContent } from '../read/read-content.ts';
import { listGrowth, officialRows } from './on-official-list.ts';

const catalogue = readContent('content');

test.each([
  ['2023-01-01', 11],
  ['2024-06-01', 12],
  ['2026-01-01', 16],
])('on %s the list of critical materials has %i entries', (day, entries) => {
  expect(officialRows(catalogue, 'critical-materials', day)).toHaveLength(entries);
});

test('the list of critical materials grew twice', () => {
  expect(listGrowth(catalogue, 'critical-materials').map(({ entries }) => entries)).toEqual([11, 12, 16]);
});

test('there are seventeen strategic sectors, and those without a case are given as well', () => {
  const rows = officialRows(catalogue, 'strategic-sectors', '2026-11-24');
  expect(rows).toHaveLength(17);
  expect(rows.find(({ entry }) => entry.id === 'quantum')).toMatchObject({ terms: [], cases: [] });
});

test('a case touches an entry through our own words for it', () => {
  const magnets = officialRows(catalogue, 'critical-materials', '2026-11-24').find(
    ({ entry }) => entry.id === 'permanent-magnets',
  );
  expect(magnets?.cases.map((entry) => entry.id)).toContain('rare-earths-2010');
});
