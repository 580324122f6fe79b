import { expect, test } from 'vitest';
import { shownTeams } from './named-team.ts';

const team = (id: number, people: number) => ({ id, name: `Team ${id}`, people });

test('a team of fewer than four is never shown alone', () => {
  expect([...shownTeams([team(1, 4), team(2, 3)])]).toEqual([[1, 'Team 1']]);
});

test('several small teams are shown together and without their names, once they are four people', () => {
  expect([...shownTeams([team(1, 2), team(2, 2), team(3, 9)])]).toEqual([
    [3, 'Team 3'],
    [1, null],
    [2, null],
  ]);
  expect([...shownTeams([team(1, 2), team(2, 1)])]).toEqual([]);
});
