import type { Kysely } from 'kysely';

/** What an organisation says of each principle of its code, year by year. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code_organisation')
    .addColumn('slug', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('public', 'integer', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('code_statement')
    .addColumn('organisation', 'text', (c) => c.notNull().references('code_organisation.slug'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('principle', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('owner_function', 'text', (c) => c.notNull())
    .addColumn('person_id', 'integer')
    .addColumn('due_on', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('reminded_on', 'text')
    .addColumn('message_id', 'integer')
    .addPrimaryKeyConstraint('code_statement_key', ['organisation', 'year', 'principle'])
    .execute();
  await db.schema.createIndex('code_statement_person').on('code_statement').column('person_id').execute();
  await db.schema.createIndex('code_statement_message').on('code_statement').column('message_id').execute();
}
