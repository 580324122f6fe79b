import type { TeamToMake } from './import-plan.ts';
import type { FormerName, KnownTeam, ListedPerson } from './listed-person.ts';
import { remembering } from './remembering.ts';
import { nameKey } from './same-name.ts';

/** Finds of a team's name in a list the known team that is called so, however it is spelt. */
export type TeamFinder = (name: string) => KnownTeam | null;

/**
 * Of several known teams that are called alike, the one spelt so, or else the oldest; where none is called so now, the one that was: a list may be
 * older than a name. Each spelling is looked up once, since a list has many lines and few teams.
 */
export function teamFinder(teams: readonly KnownTeam[], formerNames: readonly FormerName[]): TeamFinder {
  const byId = new Map(teams.map((team) => [team.id, team]));
  const former = new Map(formerNames.map(({ name, teamId }) => [nameKey(name), byId.get(teamId)]));
  const byKey = Map.groupBy(
    teams.toSorted((one, other) => one.id - other.id),
    ({ name }) => nameKey(name),
  );
  const find: TeamFinder = (name) => {
    const alike = byKey.get(nameKey(name)) ?? [];
    return alike.find((team) => team.name === name) ?? alike[0] ?? former.get(nameKey(name)) ?? null;
  };
  return remembering(find);
}

/** What most of some values are; of as many, the first by its letters, so that the order of lines does not matter. */
export function mostFrequent(values: readonly string[]): string | null {
  const counted = [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => ({ value, length }));
  counted.sort((one, other) => other.length - one.length || (one.value < other.value ? -1 : 1));
  return counted[0]?.value ?? null;
}

/** The teams that rows name and nobody knows, each spelt as most of its rows spell it. */
export function teamsToMake(rows: readonly ListedPerson[], zoneOf: (row: ListedPerson) => string): TeamToMake[] {
  const keyOf = remembering(nameKey);
  return [...Map.groupBy(rows, ({ team }) => keyOf(team)).values()]
    .map((group) => ({
      name: mostFrequent(group.map(({ team }) => team)) ?? '',
      zone: mostFrequent(group.map(zoneOf)) ?? '',
      sector: mostFrequent(group.flatMap(({ sector }) => (sector ? [sector] : []))),
      people: group.length,
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
