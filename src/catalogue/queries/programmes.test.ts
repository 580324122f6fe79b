import { expect, test } from 'vitest';
import { readLibrary } from '../read/read-content.ts';
import { indexProgrammes } from './programmes.ts';

const catalogue = readLibrary('content').en;

test('every programme stands once or more in each list of the register, and what is not stated is said', () => {
  const { sectors, sizes, deadlines } = indexProgrammes(catalogue, '2026-11-30');
  const idsIn = (groups: { programmes: { id: string }[] }[]) =>
    [...new Set(groups.flatMap(({ programmes }) => programmes.map(({ id }) => id)))].sort();
  expect(idsIn(sectors)).toEqual(idsIn(sizes));
  expect(idsIn(sizes)).toEqual(idsIn(deadlines));
  expect(sizes.find(({ value }) => value === 'small')?.programmes.map(({ id }) => id)).toEqual([
    'jp-sme-continuity-plan',
  ]);
});
