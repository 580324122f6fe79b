import type { Db } from '#server/database/open-database.ts';
import type { KeyedRow } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';

/** What is kept of somebody erased: the random key of their row, or its number where it had none. A backup that holds them has the same. */
function erasureName({ id, key }: KeyedRow): string {
  return key ?? `#${id}`;
}

/** Remembers that somebody was erased, in the caller's transaction. */
export async function noteErasure(trx: Db, person: KeyedRow, now: Instant): Promise<void> {
  await trx
    .insertInto('erasure')
    .values({ person: erasureName(person), erased_at: now })
    .onConflict((conflict) => conflict.column('person').doNothing())
    .execute();
}

/** Who of these was erased, by what `erased` remembers. */
export async function erasedOf<T extends KeyedRow>(erased: Db, people: readonly T[]): Promise<T[]> {
  const rows = await erased.selectFrom('erasure').select('person').execute();
  const names = new Set(rows.map(({ person }) => person));
  return people.filter((person) => names.has(erasureName(person)));
}
