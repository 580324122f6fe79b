import type { DeskRole, Standing } from '#core/privacy/desk-roles.ts';
import type { Db } from '#server/database/open-database.ts';
import { houseSide, type Side } from '#server/walls/side.ts';
import type { TeamScope } from '../team-scope.ts';

/** What an address is on the desk, the teams whose trainer it is, and on which side of the walls it stands. */
export type DeskAccess = { standings: ReadonlySet<Standing>; teams: ReadonlySet<number>; side: Side };

/** Whoever stands in the settings trains the house and gives roles, so that nobody is ever locked out. */
const ofSettings: readonly DeskRole[] = ['admin', 'trainer'];

/** `null` when the address is nobody's who may use the desk. Read anew for each request: a role that was taken is gone at once. */
export async function readAccessOf(db: Db, trainers: readonly string[], email: string): Promise<DeskAccess | null> {
  const address = email.trim().toLowerCase();
  // Asked of everybody alike, so that the time it takes tells nobody who may.
  const roles = await db.selectFrom('desk_role').select('role').where('email', '=', address).execute();
  const led = await db
    .selectFrom('team_trainer')
    .innerJoin('team', 'team.id', 'team_trainer.team_id')
    .select(['team.id', 'team.supplier_id'])
    .where('team_trainer.email', '=', address)
    .orderBy('team.id')
    .execute();
  const ofHouse = trainers.includes(address);
  const supplier = led.find(({ supplier_id }) => supplier_id !== null)?.supplier_id ?? null;
  // Nobody stands on two sides: whoever leads a supplier's team is of that firm, whatever the house gives them besides, but for the settings.
  if (supplier !== null && !ofHouse) {
    const teams = led.filter(({ supplier_id }) => supplier_id === supplier);
    return {
      standings: new Set<Standing>(['supplier-lead']),
      teams: new Set(teams.map(({ id }) => id)),
      side: { of: 'supplier', id: supplier },
    };
  }
  const standings = new Set<Standing>(roles.map(({ role }) => role));
  if (ofHouse) for (const role of ofSettings) standings.add(role);
  const own = led.filter(({ supplier_id }) => supplier_id === null);
  if (own.length > 0) standings.add('team-trainer');
  return standings.size === 0 ? null : { standings, teams: new Set(own.map(({ id }) => id)), side: houseSide };
}

/**
 * The teams seen on a page; `figuresAlone` says that nobody's name stands on it. An executive sees figures of the house; whoever trains teams besides sees
 * those alone where names may stand.
 */
export function scopeOn(
  { standings, teams }: Pick<DeskAccess, 'standings' | 'teams'>,
  figuresAlone: boolean,
): TeamScope {
  if (standings.has('trainer')) return 'house';
  const asExecutive = standings.has('executive') && (figuresAlone || !standings.has('team-trainer'));
  return asExecutive ? 'house' : teams;
}
