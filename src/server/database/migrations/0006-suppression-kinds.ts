import type { Kysely } from 'kysely';

/** Suppressions differ in kind, those that are not for good say when they end, and one that was lifted can be put back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const suppression = () => db.schema.alterTable('suppression');
  await suppression()
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('hard'))
    .execute();
  await suppression().addColumn('until', 'bigint').execute();
  await suppression().addColumn('lifted_at', 'bigint').execute();
}
