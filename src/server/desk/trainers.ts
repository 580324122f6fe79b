import type { Db } from '#server/database/open-database.ts';
import { readAccessOf } from './roles/desk-access.ts';

/** Whether an address may come in to the desk: as a trainer of the house (`trainers`, from the settings) or of a team, or with any role that an admin gave. */
export async function isTrainer(db: Db, trainers: readonly string[], email: string): Promise<boolean> {
  return (await readAccessOf(db, trainers, email)) !== null;
}
