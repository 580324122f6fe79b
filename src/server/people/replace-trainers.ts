import type { Db } from '#server/database/open-database.ts';

/** Who may use the desk for a team, in the caller's transaction: these addresses and nobody else. */
export async function replaceTrainers(trx: Db, teamId: number, given: readonly string[]): Promise<void> {
  await trx.deleteFrom('team_trainer').where('team_id', '=', teamId).execute();
  for (const email of [...new Set(given)].sort())
    await trx.insertInto('team_trainer').values({ team_id: teamId, email }).execute();
}
