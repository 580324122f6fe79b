import type { Db } from '#server/database/open-database.ts';
import type { FindDamage } from '#server/database/sqlite-integrity.ts';
import { good, type Verdict, wrong } from './finding.ts';

/** Whether the database itself finds its store whole. */
export async function storeWhole(db: Db, findDamage: FindDamage): Promise<Verdict> {
  const damage = await findDamage(db);
  if (damage.length === 0) return good();
  return wrong(
    `It is damaged (${damage.join('; ')}). Stop Nodomoto, keep a copy of the data folder as it is, and restore the last good backup: npm run nudge -- restore FILE. Then look at the disk; a sound one damages nothing.`,
  );
}
