import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { readSizedTeams } from './sized-teams.ts';
import { readTeamNames } from './team-page.ts';
import type { TeamScope } from './team-scope.ts';

export type TeamPeople = { id: number; name: string; people: number };

/** The teams of a scope with how many people they have, which decides whether they are named (core/privacy/named-team.ts). */
export async function readTeamPeople(db: Db, scope: TeamScope, now: Instant): Promise<TeamPeople[]> {
  const names = new Map((await readTeamNames(db)).map(({ id, name }) => [id, name]));
  const sized = await readSizedTeams(db, scope, now);
  return sized.map(({ id, people }) => ({ id, name: names.get(id) ?? '', people: people.length }));
}
