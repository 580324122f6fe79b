import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { type StartingTeam, teamStarter } from './team-starter.ts';

const catalogue = aCatalogue();
const aTeam = (traits: Partial<StartingTeam>): StartingTeam => ({
  sector: null,
  roles: [],
  items: [],
  routes: [],
  systems: [],
  ...traits,
});
const namesFor = (traits: Partial<StartingTeam>) => teamStarter(catalogue, aTeam(traits)).items.map(({ name }) => name);

test('a team starts from the list of its sector, then from those of its roles, each item with its family', () => {
  expect(teamStarter(catalogue, aTeam({ sector: 'motor', roles: ['quality', 'buyer', 'quality'] }))).toEqual({
    items: [
      { name: 'Control chips', input: 'microcontrollers', family: 'chip' },
      { name: 'Valves', input: 'brake-valves', family: 'part' },
      { name: 'Rinsing saline', input: 'saline', family: 'medical' },
    ],
    routes: ['red-sea'],
    systems: ['order-link'],
  });
});

test('without a sector it starts from what its roles look after', () => {
  expect(namesFor({ roles: ['quality'] })).toEqual(['Rinsing saline']);
});

test('a team of an unknown sector and no role starts from nothing', () => {
  expect(teamStarter(catalogue, aTeam({ sector: 'fishing' }))).toEqual({ items: [], routes: [], systems: [] });
});

test('what the team has already, by its input or by its name, is not listed again', () => {
  const items = [
    { name: 'Brake controller', input: 'microcontrollers' },
    { name: 'VALVES', input: null },
  ];
  expect(namesFor({ sector: 'motor', items })).toEqual([]);
});

test('its own routes and systems stay, and none stands twice', () => {
  const { routes, systems } = teamStarter(
    catalogue,
    aTeam({ sector: 'motor', routes: ['Brenner pass'], systems: ['order-link', 'Jira'] }),
  );
  expect(routes).toEqual(['Brenner pass', 'red-sea']);
  expect(systems).toEqual(['order-link', 'Jira']);
});

test('an input of two lists is listed once, in the words of the first', () => {
  const twice = { role: 'buyer' as const, items: [{ input: 'brake-valves', name: 'Brake parts' }], systems: [] };
  const { items } = teamStarter(
    { ...catalogue, starters: [...catalogue.starters, twice] },
    aTeam({ sector: 'motor', roles: ['buyer'] }),
  );
  expect(items.map(({ name }) => name)).toEqual(['Control chips', 'Valves']);
});
