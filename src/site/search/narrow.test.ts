import { expect, test } from 'vitest';
import {
  chosenCount,
  countFacets,
  fits,
  type LibraryCase,
  nearWords,
  readState,
  reasonFor,
  writeState,
} from './narrow.ts';

const none = readState(new URLSearchParams()).selection;
const library = (id: string, hazard: string[], country: string[], words: LibraryCase['words'] = []): LibraryCase => ({
  id,
  facets: { hazard, sector: [], input: [], country, route: [], colour: [], role: [], year: [] },
  words,
});
const cases = [
  library(
    'naka',
    ['natural'],
    ['JP'],
    [
      ['mcu', 'Microcontrollers'],
      ['chips', 'Microcontrollers'],
    ],
  ),
  library('marion', ['natural'], ['US'], [['saline', 'IV fluids']]),
  library('kariya', ['accident'], ['JP']),
];

test('values of one facet widen, facets together narrow', () => {
  const selection = { ...none, hazard: ['natural', 'accident'], country: ['JP'] };
  expect(cases.filter((entry) => fits(entry, selection)).map((entry) => entry.id)).toEqual(['naka', 'kariya']);
});

test('a facet is counted without its own choices, and with those of the others', () => {
  const counts = countFacets(cases, { ...none, hazard: ['accident'] });
  expect(counts.hazard).toEqual({ natural: 2, accident: 1 });
  expect(counts.country).toEqual({ JP: 1 });
});

test('what an address says is what it is written from', () => {
  const state = { query: 'iv bags', selection: { ...none, hazard: ['natural', 'accident'] } };
  expect(readState(new URLSearchParams(writeState(state)))).toEqual(state);
  expect(chosenCount(state.selection)).toBe(2);
});

test('nothing chosen leaves the address plain', () => {
  expect(writeState({ query: '', selection: none })).toBe('');
});

test('a synonym says which label it stands for; the label itself needs no reason', () => {
  const [naka] = cases;
  if (!naka) throw new Error('the fixture is empty');
  expect(reasonFor(naka, 'chips')).toBe('Microcontrollers');
  expect(reasonFor(naka, 'Microcontrollers')).toBeUndefined();
});

test('a misspelt word finds its neighbour', () => {
  expect(nearWords('saleen', cases)).toContain('saline');
});
