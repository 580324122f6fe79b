import { localDate } from '#core/planning/calendar/calendar.ts';
import { withdrawPending } from '#server/answers/withdraw-pending.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, TeamRow } from '#server/database/schema.ts';
import { forgetTeamMemory, noteChangeOfTeam } from '#server/database/team-changes.ts';
import { moveWhatTeamsDependOn } from './merge-exposure.ts';
import { replaceTrainers } from './replace-trainers.ts';
import { teamKey } from './team-key.ts';
import type { toTeamColumns } from './team-row.ts';

/** Why a team was not changed; `takenBy` is the team of that name. */
export type TeamRefused =
  | { ok: false; reason: 'unknown' | 'same' | 'ended' }
  | { ok: false; reason: 'name-taken'; takenBy: number };

export type TeamChanged = { ok: true } | TeamRefused;

/** Calls a team by another name, in the caller's transaction. All that is its own stays so; lists that still use the old name mean it too. */
export async function renameTeam(trx: Db, teamId: number, name: string): Promise<TeamChanged> {
  const team = await readTeam(trx, teamId);
  if (!team) return { ok: false, reason: 'unknown' };
  const key = teamKey(name, team.supplier_id);
  const other = await trx.selectFrom('team').select('id').where('name_key', '=', key).executeTakeFirst();
  if (other && other.id !== teamId) return { ok: false, reason: 'name-taken', takenBy: other.id };
  await trx.deleteFrom('former_team_name').where('name_key', '=', key).execute();
  await trx.updateTable('team').set({ name, name_key: key }).where('id', '=', teamId).execute();
  if (team.name_key !== null && team.name_key !== key) await keepFormerName(trx, team.name_key, team.name, teamId);
  return { ok: true };
}

/** Changes how a team works and who trains it, in the caller's transaction. */
export async function changeTeam(
  trx: Db,
  teamId: number,
  patch: ReturnType<typeof toTeamColumns>,
  trainers: readonly string[],
): Promise<TeamChanged> {
  if (Object.keys(patch).length > 0) await trx.updateTable('team').set(patch).where('id', '=', teamId).execute();
  await replaceTrainers(trx, teamId, trainers);
  return { ok: true };
}

/**
 * Makes one team of two, in the caller's transaction: people, what it depends on, trainers, running assignments and news of the first become the
 * second's. What is left of the first is its past. Questions on their way still come, since what they are about comes along.
 */
export async function mergeTeams(trx: Db, fromId: number, intoId: number, now: Instant): Promise<TeamChanged> {
  if (fromId === intoId) return { ok: false, reason: 'same' };
  const from = await readTeam(trx, fromId);
  const into = await readTeam(trx, intoId);
  if (!from || !into) return { ok: false, reason: 'unknown' };
  if (into.ended_on !== null) return { ok: false, reason: 'ended' };
  await trx.updateTable('person').set({ team_id: intoId }).where('team_id', '=', fromId).execute();
  await moveWhatTeamsDependOn(trx, fromId, intoId);
  await moveTrainers(trx, fromId, intoId);
  await moveAssignments(trx, fromId, intoId, now);
  await trx.updateTable('safeguard').set({ team_id: intoId }).where('team_id', '=', fromId).execute();
  await trx
    .updateTable('signal')
    .set({ team_id: intoId })
    .where('team_id', '=', fromId)
    .where('withdrawn_at', 'is', null)
    .execute();
  await trx
    .updateTable('team')
    .set({ name_key: null, ended_on: from.ended_on ?? localDate(now, from.zone).toString() })
    .where('id', '=', fromId)
    .execute();
  await trx.updateTable('former_team_name').set({ team_id: intoId }).where('team_id', '=', fromId).execute();
  if (from.name_key !== null) await keepFormerName(trx, from.name_key, from.name, intoId);
  await forgetTeamMemory(trx, fromId);
  await noteChangeOfTeam(trx, intoId);
  return { ok: true };
}

/** Ends a team, in the caller's transaction: its past stays, nobody in it is mailed, and what runs is withdrawn. Its people wait for another team. */
export async function endTeam(trx: Db, teamId: number, now: Instant): Promise<TeamChanged> {
  const team = await readTeam(trx, teamId);
  if (!team) return { ok: false, reason: 'unknown' };
  if (team.ended_on !== null) return { ok: true };
  await trx
    .updateTable('team')
    .set({ ended_on: localDate(now, team.zone).toString() })
    .where('id', '=', teamId)
    .execute();
  await trx
    .updateTable('assignment')
    .set({ withdrawn_at: now })
    .where('team_id', '=', teamId)
    .where('withdrawn_at', 'is', null)
    .execute();
  for (const { id } of await trx.selectFrom('person').select('id').where('team_id', '=', teamId).execute())
    await withdrawPending(trx, id, 'the team ended');
  await forgetTeamMemory(trx, teamId);
  return { ok: true };
}

/** A team that ended is one again, with what it depends on; assignments that were withdrawn stay so. Not one that went into another. */
export async function reopenTeam(trx: Db, teamId: number): Promise<TeamChanged> {
  const team = await readTeam(trx, teamId);
  if (!team) return { ok: false, reason: 'unknown' };
  if (team.ended_on !== null && team.name_key === null) return { ok: false, reason: 'ended' };
  await trx.updateTable('team').set({ ended_on: null }).where('id', '=', teamId).execute();
  return { ok: true };
}

function readTeam(trx: Db, teamId: number): Promise<TeamRow | undefined> {
  return trx.selectFrom('team').selectAll().where('id', '=', teamId).executeTakeFirst();
}

async function keepFormerName(trx: Db, key: string, name: string, teamId: number): Promise<void> {
  await trx
    .insertInto('former_team_name')
    .values({ name_key: key, name, team_id: teamId })
    .onConflict((conflict) => conflict.column('name_key').doUpdateSet({ name, team_id: teamId }))
    .execute();
}

async function moveTrainers(trx: Db, fromId: number, intoId: number): Promise<void> {
  const trainers = await trx.selectFrom('team_trainer').select('email').where('team_id', '=', fromId).execute();
  for (const { email } of trainers)
    await trx
      .insertInto('team_trainer')
      .values({ team_id: intoId, email })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await trx.deleteFrom('team_trainer').where('team_id', '=', fromId).execute();
}

/** Where everybody of both had the same module, the second's goes on for all, and counts what was done for the first's. */
async function moveAssignments(trx: Db, fromId: number, intoId: number, now: Instant): Promise<void> {
  const running = (teamId: number) =>
    trx.selectFrom('assignment').selectAll().where('team_id', '=', teamId).where('withdrawn_at', 'is', null).execute();
  const ofAll = (await running(intoId)).filter(({ whom }) => whom === 'team');
  const own = new Map(ofAll.map(({ module_id, id }) => [module_id, id]));
  for (const { id, module_id, whom } of await running(fromId)) {
    const same = whom === 'team' ? own.get(module_id) : undefined;
    if (same === undefined) {
      await trx.updateTable('assignment').set({ team_id: intoId }).where('id', '=', id).execute();
      continue;
    }
    await trx.updateTable('nudge').set({ assignment_id: same }).where('assignment_id', '=', id).execute();
    await trx.updateTable('assignment').set({ withdrawn_at: now }).where('id', '=', id).execute();
  }
}
