import type { Kysely } from 'kysely';

/** Imports of people: the file until it is taken in, what it changed for as long as that can be undone, and what headings were said to mean. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people_import')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('content', 'text')
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('counts', 'text')
    .addColumn('steps', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('steps_done', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('beat_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('undone_by', 'text')
    .addColumn('undone_at', 'bigint')
    .execute();
  await db.schema.createIndex('people_import_by_time').on('people_import').column('made_at').execute();
  await db.schema
    .createTable('import_change')
    .addColumn('import_key', 'text', (c) => c.notNull().references('people_import.key'))
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('person_id', 'integer')
    .addColumn('team_id', 'integer')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('not_undone', 'text')
    .addPrimaryKeyConstraint('import_change_key', ['import_key', 'at'])
    .execute();
  await db.schema.createIndex('import_change_by_person').on('import_change').column('person_id').execute();
  await db.schema
    .createTable('known_headings')
    .addColumn('fingerprint', 'text', (c) => c.primaryKey().notNull())
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('used_at', 'bigint', (c) => c.notNull())
    .execute();
}
