import { expect, test } from 'vitest';
import type { ShownCell } from '../shown-cells.ts';
import { isWorthALine, lessonsInOrder, rankedCells } from './cell-order.ts';

function aCell(lessonId: string, traits: Partial<ShownCell> = {}): ShownCell {
  return {
    lessonId,
    rule: `Rule of ${lessonId}.`,
    chance: 0.5,
    warmth: 3,
    singleKeeper: 0.1,
    met: 2,
    people: 8,
    thin: false,
    relevant: true,
    relevance: 0.5,
    inAMonth: 0.5,
    inAQuarter: 0.5,
    exact: null,
    ...traits,
  };
}

const row = (teamId: number, cells: ShownCell[]) => ({ teamId, teamName: `Team ${teamId}`, held: null, cells });
const places = (rows: ReturnType<typeof row>[], order: 'coldest' | 'losing' | 'relevant') =>
  rankedCells(rows, order).map(({ teamId, cell }) => `${teamId} ${cell.lessonId}`);

const rows = [
  row(1, [aCell('a', { chance: 0.9, inAMonth: 0.4, relevance: 0.2 }), aCell('b', { chance: 0.1, relevance: 0.3 })]),
  row(2, [aCell('a', { chance: 0.1, relevance: 0.8 }), aCell('b', { chance: 0.6, inAMonth: 0.5, relevance: 0.9 })]),
];

test('the coldest first, and of those as cold the one that concerns its team most', () => {
  expect(places(rows, 'coldest')).toEqual(['2 a', '1 b', '2 b', '1 a']);
});

test('what fades most in a month first, and what concerns its team most first', () => {
  expect(places(rows, 'losing')).toEqual(['1 a', '2 b', '2 a', '1 b']);
  expect(places(rows, 'relevant')).toEqual(['2 b', '2 a', '1 b', '1 a']);
});

test('where now and then may not be compared nothing is known to fade', () => {
  const leaving = row(3, [aCell('a', { chance: 0.9, inAMonth: null, relevance: 0.9 })]);
  expect(places([leaving, ...rows], 'losing').slice(0, 2)).toEqual(['1 a', '2 b']);
});

test('a lesson that is not theirs and that nobody has met is in no list, and stands last in the picture', () => {
  const foreign = [row(1, [aCell('a', { relevant: false, met: 0, chance: 0 }), aCell('b')])];
  expect(places(foreign, 'coldest')).toEqual(['1 b']);
  expect(lessonsInOrder(foreign, 'coldest').map(({ id }) => id)).toEqual(['b', 'a']);
});

test('lessons stand by their mean over the teams that they concern', () => {
  expect(lessonsInOrder(rows, 'coldest').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(lessonsInOrder(rows, 'losing').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(lessonsInOrder([], 'coldest')).toEqual([]);
});

test('what a team holds is no line of the coldest, what does not fade none of what is lost, and what is not theirs none at all', () => {
  const cold = aCell('a', { chance: 0.6, inAMonth: 0.6 });
  const warm = aCell('b', { chance: 0.8, inAMonth: 0.7 });
  expect([cold, warm].map((cell) => isWorthALine(cell, 'coldest'))).toEqual([true, false]);
  expect([cold, warm].map((cell) => isWorthALine(cell, 'losing'))).toEqual([false, true]);
  expect([cold, warm].map((cell) => isWorthALine(cell, 'relevant'))).toEqual([true, true]);
  expect(isWorthALine(aCell('c', { relevant: false, chance: 0.1 }), 'coldest')).toBe(false);
});
