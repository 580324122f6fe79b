import type { DeskRole, Standing } from '#core/privacy/desk-roles.ts';
import type { Db } from '#server/database/open-database.ts';
import type { TeamScope } from '../team-scope.ts';

/** What an address is on the desk, and the teams whose trainer it is. */
export type DeskAccess = { standings: ReadonlySet<Standing>; teams: ReadonlySet<number> };

/** Whoever stands in the settings trains the house and gives roles, so that nobody is ever locked out. */
const ofSettings: readonly DeskRole[] = ['admin', 'trainer'];

/** `null` when the address is nobody's who may use the desk. Read anew for each request: a role that was taken is gone at once. */
export async function readAccessOf(db: Db, trainers: readonly string[], email: string): Promise<DeskAccess | null> {
  const address = email.trim().toLowerCase();
  // Asked of everybody alike, so that the time it takes tells nobody who may.
  const roles = await db.selectFrom('desk_role').select('role').where('email', '=', address).execute();
  const teams = await db.selectFrom('team_trainer').select('team_id').where('email', '=', address).execute();
  const standings = new Set<Standing>(roles.map(({ role }) => role));
  if (trainers.includes(address)) for (const role of ofSettings) standings.add(role);
  if (teams.length > 0) standings.add('team-trainer');
  if (standings.size === 0) return null;
  return { standings, teams: new Set(teams.map(({ team_id }) => team_id)) };
}

/**
 * The teams seen on a page; `figuresAlone` says that nobody's name stands on it. An executive sees figures of the house; whoever trains teams besides sees
 * those alone where names may stand.
 */
export function scopeOn({ standings, teams }: DeskAccess, figuresAlone: boolean): TeamScope {
  if (standings.has('trainer')) return 'house';
  const asExecutive = standings.has('executive') && (figuresAlone || !standings.has('team-trainer'));
  return asExecutive ? 'house' : teams;
}
