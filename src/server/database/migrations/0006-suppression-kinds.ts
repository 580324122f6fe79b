import type { Kysely } from 'kysely';

/** Suppressions differ in kind, and those that are not for good say when they end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('suppression')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('hard'))
    .execute();
  await db.schema.alterTable('suppression').addColumn('until', 'bigint').execute();
}
