import { nameKey } from '#core/people/same-name.ts';
import { regionOfZone } from '#core/planning/calendar/region.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Local time at which a new team's mail arrives. */
const usualMailTime = '08:30';

/** Makes a team, of a name that no other has, that rests on the public holidays of the country its zone lies in, until somebody says otherwise. Gives its id. */
export async function addTeam(
  trx: Db,
  team: { name: string; zone: string; sector: string | null },
  now: Instant,
): Promise<number> {
  await trx.deleteFrom('former_team_name').where('name_key', '=', nameKey(team.name)).execute();
  const { id } = await trx
    .insertInto('team')
    .values({
      ...team,
      mail_time: usualMailTime,
      name_key: nameKey(team.name),
      holidays: regionOfZone(team.zone),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
