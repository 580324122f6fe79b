import type { Kysely } from 'kysely';

/**
 * What leaves for a mailbox names a row by its id, and after a restore ids are given out again: a key that is never given out twice says which
 * row was meant. Rows of before have none. And whoever is erased must stay so when a backup that holds them comes back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['person', 'message']) await db.schema.alterTable(table).addColumn('key', 'text').execute();
  await db.schema
    .createTable('erasure')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('erased_at', 'bigint', (c) => c.notNull())
    .execute();
}
