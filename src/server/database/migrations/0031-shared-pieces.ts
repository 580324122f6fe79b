import type { Kysely } from 'kysely';

/** Cases and modules that are exchanged with other organisations: whose keys are trusted, what came from whom, and what went out under which label. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shared_sender')
    .addColumn('fingerprint', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('trusted_at', 'bigint', (c) => c.notNull())
    .addColumn('trusted_by', 'text', (c) => c.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .addColumn('withdrawn_by', 'text')
    .execute();
  await db.schema
    .createTable('received_piece')
    .addColumn('piece_id', 'text', (c) => c.primaryKey().notNull().references('piece.id'))
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addColumn('tlp', 'text', (c) => c.notNull())
    .addColumn('shared', 'text', (c) => c.notNull())
    .addColumn('received_at', 'bigint', (c) => c.notNull())
    .addColumn('received_by', 'text', (c) => c.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('received_piece_of_source')
    .unique()
    .on('received_piece')
    .columns(['source', 'name'])
    .execute();
  await db.schema
    .createTable('exported_piece')
    .addColumn('piece_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('tlp', 'text', (c) => c.notNull())
    .addColumn('exported_at', 'bigint', (c) => c.notNull())
    .addColumn('exported_by', 'text', (c) => c.notNull())
    .execute();
}
