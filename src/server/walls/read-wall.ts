import type { Db } from '#server/database/open-database.ts';
import { behindWall } from './behind-wall.ts';
import { houseSide, type Side } from './side.ts';

/** The store as a side sees it, and the teams that lie beyond its wall: nothing is added to those. */
export type Wall = { db: Db; beyond: ReadonlySet<number> };

const nobody: ReadonlySet<number> = new Set();

/** Where no supplier has a team, the house has the bare store. */
export async function readWall(db: Db, side: Side): Promise<Wall> {
  if (side.of === 'supplier') return { db: behindWall(db, side), beyond: nobody };
  const beyond = new Set(await readTeamsOfSuppliers(db));
  return beyond.size === 0 ? { db, beyond } : { db: behindWall(db, houseSide), beyond };
}

/** The store as the house sees it. */
export async function houseStore(db: Db): Promise<Db> {
  return (await readWall(db, houseSide)).db;
}

export async function readTeamsOfSuppliers(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('team').select('id').where('supplier_id', 'is not', null).execute();
  return rows.map(({ id }) => id);
}
