import { expect, test } from 'vitest';
import { type Guessable, guessColumns } from './guess-columns.ts';

const isZone = (text: string) => ['Berlin', 'Asia/Tokyo'].includes(text);
const all: Guessable[] = ['email', 'name', 'team', 'zone'];

const columns = (table: Record<string, readonly string[]>) =>
  Object.entries(table).map(([heading, texts]) => ({ heading, texts }));

const guessed = (table: Record<string, readonly string[]>, missing = all) =>
  Object.fromEntries(guessColumns(columns(table), missing, isZone));

test('addresses, zones, names and teams are told by what stands in the columns', () => {
  expect(
    guessed({
      A: ['4711', '4712', '4713'],
      B: ['Motors', 'Motors', 'Fluids'],
      C: ['Ana Lima', 'Bea Müller', 'van Dyk, Jan'],
      D: ['ana@works.example', 'bea@works.example', 'jan@works.example'],
      E: ['Berlin', 'Berlin', 'Berlin'],
      F: ['01.04.2019', '01.04.2019', '01.05.2020'],
    }),
  ).toEqual({ B: 'team', C: 'name', D: 'email', E: 'zone' });
});

test('a Japanese list is told apart too', () => {
  expect(
    guessed({
      甲: ['調達部', '調達部', '物流課'],
      乙: ['森 大地', '高橋さくら', '金 敏'],
      丙: ['a@b.example', 'c@b.example', 'd@b.example'],
    }),
  ).toEqual({ 甲: 'team', 乙: 'name', 丙: 'email' });
});

test('what is known already is guessed for no other column, and numbers and days are neither names nor teams', () => {
  expect(guessed({ B: ['Motors', 'Motors'] }, ['email'])).toEqual({});
  expect(guessed({ B: ['1', '2'], C: ['2026-01-02', '2026-01-02'], D: [] })).toEqual({});
});
