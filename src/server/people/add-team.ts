import { regionOfZone } from '#core/planning/calendar/region.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { teamKey } from './team-key.ts';

/** Local time at which a new team's mail arrives. */
const usualMailTime = '08:30';

/** Makes a team, of a name that no other has, that rests on the public holidays of the country its zone lies in, until somebody says otherwise. Gives its id. */
export async function addTeam(
  trx: Db,
  team: { name: string; zone: string; sector: string | null; supplier_id: number | null },
  now: Instant,
): Promise<number> {
  const key = teamKey(team.name, team.supplier_id);
  await trx.deleteFrom('former_team_name').where('name_key', '=', key).execute();
  const { id } = await trx
    .insertInto('team')
    .values({
      ...team,
      mail_time: usualMailTime,
      name_key: key,
      holidays: regionOfZone(team.zone),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
