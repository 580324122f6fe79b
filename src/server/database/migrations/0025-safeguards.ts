import type { Kysely } from 'kysely';

/** What teams keep up because of a case, what was done with each, and the mails that asked whether it is still kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('safeguard')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('team_id', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('owner_id', 'integer')
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('safeguard_by_owner').on('safeguard').column('owner_id').execute();
  await db.schema.createIndex('safeguard_by_team').on('safeguard').column('team_id').execute();
  await db.schema
    .createTable('safeguard_event')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('safeguard_id', 'text', (c) => c.notNull().references('safeguard.id'))
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('done_by', 'text')
    .addColumn('person_id', 'integer')
    .addColumn('note', 'text')
    .addColumn('reason_read', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('safeguard_event_of').on('safeguard_event').columns(['safeguard_id', 'at']).execute();
  await db.schema
    .createTable('safeguard_asking')
    .addColumn('message_id', 'integer', (c) => c.notNull())
    .addColumn('safeguard_id', 'text', (c) => c.notNull().references('safeguard.id'))
    .addColumn('person_id', 'integer', (c) => c.notNull())
    .addColumn('local_date', 'text', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_at', 'bigint')
    .addPrimaryKeyConstraint('safeguard_asking_key', ['message_id', 'safeguard_id'])
    .execute();
  await db.schema
    .createIndex('safeguard_asking_by_person')
    .on('safeguard_asking')
    .columns(['person_id', 'local_date'])
    .execute();
}
