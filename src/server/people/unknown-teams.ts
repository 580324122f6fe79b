import type { Db } from '#server/database/open-database.ts';

/** Names of the teams of which neither an item nor a sector is known: nothing says which cases are like them. */
export async function unknownTeams(db: Db): Promise<string[]> {
  const teams = await db
    .selectFrom('team')
    .select('name')
    .where('sector', 'is', null)
    .where('ended_on', 'is', null)
    .where('id', 'not in', db.selectFrom('exposure').select('team_id'))
    .orderBy('id')
    .execute();
  return teams.map(({ name }) => name);
}
