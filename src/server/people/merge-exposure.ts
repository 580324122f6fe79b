import { nameKey } from '#core/people/same-name.ts';
import type { Db } from '#server/database/open-database.ts';

/** Gives what one team depends on to another: of an item that both list, the other's own figures stay. */
export async function moveWhatTeamsDependOn(trx: Db, fromId: number, intoId: number): Promise<void> {
  const itemsOf = (teamId: number) =>
    trx.selectFrom('exposure').select(['id', 'name']).where('team_id', '=', teamId).orderBy('id').execute();
  const listed = new Set((await itemsOf(intoId)).map(({ name }) => nameKey(name)));
  for (const { id, name } of await itemsOf(fromId)) {
    if (listed.has(nameKey(name))) await trx.deleteFrom('exposure').where('id', '=', id).execute();
    else await trx.updateTable('exposure').set({ team_id: intoId }).where('id', '=', id).execute();
    listed.add(nameKey(name));
  }
  for (const link of await trx.selectFrom('team_link').selectAll().where('team_id', '=', fromId).execute())
    await trx
      .insertInto('team_link')
      .values({ ...link, team_id: intoId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await trx.deleteFrom('team_link').where('team_id', '=', fromId).execute();
}
