import type { Db } from './open-database.ts';

/**
 * Says that what a team remembers has changed, so that what is kept of it (`team_memory`) is reckoned anew. It counts, rather than marks: whoever
 * reckoned from what was there before the change knows by the count that theirs is old. In the transaction of the change.
 */
export async function noteChangeOf(trx: Db, personId: number): Promise<void> {
  await trx
    .updateTable('team_memory')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('team_id', '=', (eb) => eb.selectFrom('person').select('person.team_id').where('person.id', '=', personId))
    .execute();
}

/** The same of a team that somebody came into or went from. */
export async function noteChangeOfTeam(trx: Db, teamId: number): Promise<void> {
  await trx
    .updateTable('team_memory')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('team_id', '=', teamId)
    .execute();
}

/** The same of several teams. */
export async function noteChangeOfTeams(trx: Db, teamIds: ReadonlySet<number>): Promise<void> {
  if (teamIds.size === 0) return;
  await trx
    .updateTable('team_memory')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('team_id', 'in', [...teamIds])
    .execute();
}

/** The same of every team. */
export async function noteChangeOfAll(db: Db): Promise<void> {
  await db
    .updateTable('team_memory')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .execute();
}

/** Nothing of what is kept of a team outlives somebody who was erased. */
export async function forgetTeamMemory(trx: Db, teamId: number): Promise<void> {
  await trx.deleteFrom('team_memory').where('team_id', '=', teamId).execute();
}
