import type { Db } from '#server/database/open-database.ts';
import { seenOf, type TeamScope } from '../team-scope.ts';

/** How many of a team are perhaps not reached; who, stands on its page. */
export type SilentTeam = { teamId: number; teamName: string; people: number };

/** Teams of which somebody is perhaps not reached, as it was kept when their figures were last worked out; those with most in front. */
export async function readSilentTeams(db: Db, scope: TeamScope): Promise<SilentTeam[]> {
  const rows = await db
    .selectFrom('team_memory')
    .innerJoin('team', 'team.id', 'team_memory.team_id')
    .select(['team.id as teamId', 'team.name as teamName', 'team_memory.silent as people'])
    .where('team_memory.silent', '>', 0)
    .orderBy('team_memory.silent', 'desc')
    .orderBy('team.id')
    .execute();
  return seenOf(scope, rows, ({ teamId }) => teamId);
}
