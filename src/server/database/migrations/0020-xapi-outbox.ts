import type { Kysely } from 'kysely';

/** Statements for a learning record store that wait to be taken, or that it refused. They name nobody; `person_id` is there so that an erasure finds them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('xapi_outbox')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('person_id', 'integer', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('refused_at', 'bigint')
    .addColumn('reply', 'text')
    .execute();
  await db.schema.createIndex('xapi_outbox_person').on('xapi_outbox').column('person_id').execute();
  // What came since the last look is looked up each minute.
  await db.schema.createIndex('answer_by_time').on('answer').column('answered_at').execute();
  await db.schema.createIndex('reading_by_time').on('reading').column('read_at').execute();
  await db.schema.createIndex('xapi_outbox_waiting').on('xapi_outbox').columns(['refused_at', 'made_at']).execute();
}
