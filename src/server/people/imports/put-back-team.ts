import type { NotUndone } from '#core/people/import-states.ts';
import type { Db } from '#server/database/open-database.ts';
import { forgetTeamMemory } from '#server/database/team-changes.ts';
import { renameTeam } from '../team-life.ts';
import type { Columns } from './import-changes.ts';

/** Calls a team again what it was called. */
export async function putBackTeam(
  trx: Db,
  teamId: number,
  { before, after }: { before: Columns; after: Columns },
): Promise<NotUndone | null> {
  const team = await trx.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirst();
  if (!team) return 'gone';
  if (team.name !== after['name']) return 'changed-since';
  const renamed = await renameTeam(trx, teamId, String(before['name'] ?? team.name));
  return renamed.ok ? null : 'taken';
}

/** What may hang on a team besides its people. */
const tablesOfTeam = [
  'person',
  'exposure',
  'assignment',
  'signal',
  'team_link',
  'team_trainer',
  'former_team_name',
] as const;

/** Takes away a team that the import made, unless something hangs on it by now. */
export async function takeOutTeam(trx: Db, teamId: number): Promise<NotUndone | null> {
  const team = await trx.selectFrom('team').select('id').where('id', '=', teamId).executeTakeFirst();
  if (!team) return 'gone';
  for (const table of tablesOfTeam) {
    const used = await trx.selectFrom(table).select('team_id').where('team_id', '=', teamId).executeTakeFirst();
    if (used) return 'in-use';
  }
  await forgetTeamMemory(trx, teamId);
  await trx.deleteFrom('planned_day').where('team_id', '=', teamId).execute();
  await trx.deleteFrom('team').where('id', '=', teamId).execute();
  return null;
}
