import { expect, test } from 'vitest';
import { namedTeams } from './named-teams.ts';

const team = (id: number, size: number) => ({
  id,
  on: '2026-11-30',
  people: Array.from({ length: size }, () => ({ leavesOn: null })),
});

test('a team of three stands alone nowhere, whatever the house allows on its desk', () => {
  expect(namedTeams([team(1, 3), team(2, 4)], 3)).toEqual({ alone: [2], together: [] });
  expect(namedTeams([team(1, 4), team(2, 5)], 5)).toEqual({ alone: [2], together: [] });
});

test('small teams stand together when they are two and enough; of one alone nothing is counted', () => {
  expect(namedTeams([team(1, 2), team(2, 2), team(3, 9)], 4)).toEqual({ alone: [3], together: [1, 2] });
  expect(namedTeams([team(1, 1), team(2, 2), team(3, 9)], 4)).toEqual({ alone: [3], together: [] });
});
