import type { Db } from '#server/database/open-database.ts';

/** Whether an address, in lower case, may use the desk. */
export async function isTrainer(_db: Db, trainers: readonly string[], email: string): Promise<boolean> {
  return trainers.includes(email);
}
