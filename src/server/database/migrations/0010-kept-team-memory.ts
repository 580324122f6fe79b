import type { Kysely } from 'kysely';

/**
 * What each team holds of each lesson is kept for the desk's overview: with thousands of people it takes seconds to work out. And the mail of a
 * person is found by the person; SQLite read all mail there ever was for the page of one team.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('team_memory')
    .addColumn('team_id', 'integer', (c) => c.primaryKey().references('team.id'))
    .addColumn('figures', 'text', (c) => c.notNull())
    .addColumn('held', 'real', (c) => c.notNull())
    .addColumn('made_from', 'text', (c) => c.notNull())
    .addColumn('reckoned_at', 'bigint')
    .addColumn('changes', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('changes_seen', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('team_memory_by_age').on('team_memory').column('reckoned_at').execute();
  await db.schema.createIndex('message_by_person').on('message').columns(['person_id', 'state']).execute();
}
