import { hasBegun, hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { restDays } from '#core/privacy/smallest-team.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { SizedTeam } from './shown-cells.ts';
import { seenOf, type TeamScope } from './team-scope.ts';

/**
 * The teams of a scope with the last days of their people, which decide whether figures may be shown: two short queries for any number of people.
 * Whoever is still to join is none of them yet, for they hold nothing; whoever left is one until their figures have rested.
 */
export async function readSizedTeams(db: Db, scope: TeamScope, now: Instant): Promise<SizedTeam[]> {
  const teams = await db
    .selectFrom('team')
    .select(['id', 'zone'])
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute();
  const counted = await db
    .selectFrom('person')
    .select((eb) => ['team_id', 'starts_on as startsOn', 'leaves_on as leavesOn', eb.fn.countAll<number>().as('count')])
    .groupBy(['team_id', 'starts_on', 'leaves_on'])
    .execute();
  const ofTeam = Map.groupBy(counted, (row) => row.team_id);
  return seenOf(scope, teams, ({ id }) => id).map(({ id, zone }) => {
    const today = localDate(now, zone);
    const [on, since] = [today.toString(), today.subtract({ days: restDays }).toString()];
    const counts = (ofTeam.get(id) ?? []).filter(
      ({ startsOn, leavesOn }) => hasBegun(startsOn, on) && !hasLeft(leavesOn, since),
    );
    return {
      id,
      workTime: { zone },
      people: counts.flatMap(({ leavesOn, count }) => Array.from({ length: count }, () => ({ leavesOn }))),
    };
  });
}
