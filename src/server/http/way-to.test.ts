import { expect, test } from 'vitest';
import type { Standing } from '#core/privacy/desk-roles.ts';
import { wayTo } from './way-to.ts';

const anybody = (standings: readonly Standing[], teams: readonly number[] = []) => ({
  standings: new Set(standings),
  teams: new Set(teams),
});

const toTeams = [
  '/desk/teams/1',
  '/desk/teams/1#memory-keep-stock',
  '/desk/results?team=1&period=all',
  '/desk/assign?team=1',
];

test('a trainer of the house is led to every team, one of some teams to those alone', () => {
  for (const address of toTeams) {
    expect(wayTo(anybody(['trainer']), address)).toBe(address);
    expect(wayTo(anybody(['team-trainer'], [1]), address)).toBe(address);
    expect(wayTo(anybody(['team-trainer'], [2]), address), address).toBeUndefined();
  }
});

test('an executive is led to figures and to no team, and whoever trains one besides to that one', () => {
  for (const address of toTeams) {
    expect(wayTo(anybody(['executive']), address), address).toBeUndefined();
    expect(wayTo(anybody(['executive', 'team-trainer'], [2]), address), address).toBeUndefined();
    expect(wayTo(anybody(['executive', 'team-trainer'], [1]), address)).toBe(address);
  }
  for (const address of ['/desk/memory?order=losing', '/desk/results?period=all'])
    expect(wayTo(anybody(['executive']), address)).toBe(address);
  expect(wayTo(anybody(['executive']), '/desk/people/import')).toBeUndefined();
});
