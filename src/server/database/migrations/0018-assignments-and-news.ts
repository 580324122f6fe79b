import { type Kysely, sql } from 'kysely';

/**
 * An assignment is to a team, to some of its roles or to people by name; it keeps the lessons that its module held, whom it was recalled to, and who
 * withdrew it. A signal says which news and what its maker has to say of it. A trainer says on which day they want word of it all.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const alter = (table: string) => db.schema.alterTable(table);
  await alter('assignment')
    .addColumn('whom', 'text', (c) => c.notNull().defaultTo('team'))
    .execute();
  await alter('assignment').addColumn('withdrawn_by', 'text').execute();
  await alter('assignment').addColumn('added_at', 'bigint').execute();
  await alter('signal').addColumn('added_at', 'bigint').execute();
  await db.schema
    .createTable('assignment_lesson')
    .addColumn('assignment_id', 'integer', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('lesson_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('assignment_lesson_key', ['assignment_id', 'lesson_id'])
    .execute();
  await db.schema
    .createTable('assignment_role')
    .addColumn('assignment_id', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('assignment_role_key', ['assignment_id', 'role'])
    .execute();
  await db.schema
    .createTable('assignment_person')
    .addColumn('assignment_id', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('assignment_person_key', ['assignment_id', 'person_id'])
    .execute();
  await db.schema.createIndex('assignment_by_person').on('assignment_person').column('person_id').execute();
  await db.schema
    .createTable('assignment_reminder')
    .addColumn('assignment_id', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'integer', (c) => c.notNull())
    .addColumn('reminded_on', 'text', (c) => c.notNull())
    .addColumn('reminded_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('assignment_reminder_key', ['assignment_id', 'person_id'])
    .execute();
  await db.schema.createIndex('assignment_by_team').on('assignment').columns(['team_id', 'due_on']).execute();
  await db.schema
    .createIndex('nudge_by_person_and_lesson')
    .on('nudge')
    .columns(['person_id', 'lesson_id', 'local_date'])
    .execute();
  await db.schema
    .createIndex('nudge_by_assignment')
    .on('nudge')
    .column('assignment_id')
    .where(sql.ref('assignment_id'), 'is not', null)
    .execute();
  for (const column of ['news_url', 'news_on', 'line']) await alter('signal').addColumn(column, 'text').execute();
  await db.schema
    .createTable('digest_wish')
    .addColumn('email', 'text', (c) => c.primaryKey().notNull())
    .addColumn('weekday', 'integer', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('sent_on', 'text')
    .addColumn('looked_at', 'bigint', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .execute();
}
