import type { RenameDoubt, YesNo } from './import-plan.ts';
import type { KnownPerson, KnownTeam, ListedPerson } from './listed-person.ts';
import { remembering } from './remembering.ts';
import { nameKey } from './same-name.ts';
import { mostFrequent, type TeamFinder } from './teams-of-list.ts';

/**
 * Teams that probably have a new name: the list does not name them, and most of their people stand in it under one name that nobody knows. Of
 * several teams that went into one, the one that brought most.
 */
export function renamedTeams(
  known: { people: readonly KnownPerson[]; teams: readonly KnownTeam[] },
  rows: readonly ListedPerson[],
  found: readonly { row: ListedPerson; known: KnownPerson }[],
  teamOf: TeamFinder,
  answers: ReadonlyMap<string, YesNo>,
): RenameDoubt[] {
  const keyOf = remembering(nameKey);
  const named = new Set(rows.flatMap(({ team }) => teamOf(team)?.id ?? []));
  const spelt = Map.groupBy(
    rows.filter(({ team }) => teamOf(team) === null),
    ({ team }) => keyOf(team),
  );
  const size = Map.groupBy(
    known.people.filter(({ hasLeft }) => !hasLeft),
    ({ teamId }) => teamId,
  );
  const goneOver = Map.groupBy(
    found.filter(({ row, known: { hasLeft } }) => !hasLeft && teamOf(row.team) === null),
    (match) => match.known.teamId,
  );
  const likely = known.teams.flatMap((team): (RenameDoubt & { toKey: string })[] => {
    const of = size.get(team.id)?.length ?? 0;
    if (named.has(team.id) || of === 0) return [];
    const keys = (goneOver.get(team.id) ?? []).map(({ row }) => keyOf(row.team));
    const toKey = mostFrequent(keys);
    const people = keys.filter((key) => key === toKey).length;
    if (toKey === null || people * 2 <= of) return [];
    const to = mostFrequent((spelt.get(toKey) ?? []).map((row) => row.team)) ?? toKey;
    const key = `${team.id} ${toKey}`;
    return [{ key, toKey, team, to, people, of, answer: answers.get(key) ?? null }];
  });
  likely.sort((one, other) => other.people - one.people || one.team.id - other.team.id);
  const taken = new Set<string>();
  return likely.flatMap(({ toKey, ...doubt }) => {
    if (taken.has(toKey)) return [];
    taken.add(toKey);
    return [doubt];
  });
}
