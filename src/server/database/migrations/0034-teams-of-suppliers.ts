import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter } from 'kysely';

/** Firms that the house buys from, which may bring teams of their own behind a wall, and addresses that want no invitation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  /** A number is never given out twice: a team would be another firm's. */
  const numbered = (c: ColumnDefinitionBuilder) =>
    isPostgres ? c.generatedByDefaultAsIdentity().primaryKey() : c.primaryKey().autoIncrement();
  await db.schema
    .createTable('supplier')
    .addColumn('id', 'integer', numbered)
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('firm', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('contact', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('line', 'text')
    .addColumn('invited_by', 'text', (c) => c.notNull())
    .addColumn('invited_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('shares_progress', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('invitation_refusal')
    .addColumn('mark', 'text', (c) => c.primaryKey().notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  // Whose team it is; null is the house's own.
  await db.schema.alterTable('team').addColumn('supplier_id', 'integer').execute();
  await db.schema.createIndex('team_of_supplier').on('team').column('supplier_id').execute();
}
