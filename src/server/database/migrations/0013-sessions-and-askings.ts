import type { Kysely } from 'kysely';

/**
 * A session knows when it began and was last used, and changes its token as it goes; a sign-in link knows the browser that asked for it.
 * Neither is known of rows from before: they go, and trainers sign in once more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['sign_in', 'session']) await db.schema.dropTable(table).execute();
  await db.schema
    .createTable('sign_in')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('browser_hash', 'text', (c) => c.notNull())
    .addColumn('code_hash', 'text', (c) => c.notNull())
    .addColumn('wrong_codes', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await db.schema.createIndex('sign_in_browser').on('sign_in').column('browser_hash').execute();
  await db.schema
    .createTable('session')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('began_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('token_before', 'text')
    .addColumn('before_until', 'bigint')
    .execute();
  await db.schema.createIndex('session_token_before').on('session').column('token_before').execute();
}
