import type { Kysely } from 'kysely';

/** Which programmes the house uses, has applied for, could have, or has put aside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('programme_use')
    .addColumn('programme', 'text', (c) => c.primaryKey().notNull())
    .addColumn('standing', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute();
}
