import type { Db } from './open-database.ts';

/** A fact about this installation, or `null`. */
export async function readFact(db: Db, name: string): Promise<string | null> {
  const fact = await db.selectFrom('fact').select('value').where('name', '=', name).executeTakeFirst();
  return fact?.value ?? null;
}

/** Writes a fact, in place of what it was before. */
export async function keepFact(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('fact')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function forgetFact(db: Db, name: string): Promise<void> {
  await db.deleteFrom('fact').where('name', '=', name).execute();
}
