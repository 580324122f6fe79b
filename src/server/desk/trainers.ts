import type { Db } from '#server/database/open-database.ts';
import type { TeamScope } from './team-scope.ts';

/** Whether an address may use the desk: as a trainer of the house (`trainers`, from the settings) or of a team. */
export async function isTrainer(db: Db, trainers: readonly string[], email: string): Promise<boolean> {
  return (await scopeOf(db, trainers, email)) !== null;
}

/** The teams a trainer sees and may change; `null` when the address is no trainer's. */
export async function scopeOf(db: Db, trainers: readonly string[], email: string): Promise<TeamScope | null> {
  const address = email.trim().toLowerCase();
  // Asked of everybody alike, so that the time it takes tells nobody who is a trainer.
  const teams = await db.selectFrom('team_trainer').select('team_id').where('email', '=', address).execute();
  if (trainers.includes(address)) return 'house';
  return teams.length === 0 ? null : new Set(teams.map(({ team_id }) => team_id));
}
