import type { Db } from '#server/database/open-database.ts';
import type { SizedTeam } from './shown-cells.ts';
import { seenOf, type TeamScope } from './team-scope.ts';

/** The teams of a scope with the last days of their people, which decide whether figures may be shown: two short queries for any number of people. */
export async function readSizedTeams(db: Db, scope: TeamScope): Promise<SizedTeam[]> {
  const teams = await db
    .selectFrom('team')
    .select(['id', 'zone'])
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute();
  const counted = await db
    .selectFrom('person')
    .select((eb) => ['team_id', 'leaves_on as leavesOn', eb.fn.countAll<number>().as('count')])
    .groupBy(['team_id', 'leaves_on'])
    .execute();
  const ofTeam = Map.groupBy(counted, (row) => row.team_id);
  return seenOf(scope, teams, ({ id }) => id).map(({ id, zone }) => ({
    id,
    workTime: { zone },
    people: (ofTeam.get(id) ?? []).flatMap(({ leavesOn, count }) =>
      Array.from({ length: count }, () => ({ leavesOn })),
    ),
  }));
}
