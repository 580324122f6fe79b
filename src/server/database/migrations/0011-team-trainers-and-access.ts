import type { Kysely } from 'kysely';

/** Trainers of single teams, and who saw or changed what by name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('team_trainer')
    .addColumn('team_id', 'integer', (c) => c.notNull().references('team.id'))
    .addColumn('email', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('team_trainer_key', ['team_id', 'email'])
    .execute();
  await db.schema.createIndex('team_trainer_by_email').on('team_trainer').column('email').execute();
  await db.schema
    .createTable('access')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('team_id', 'integer')
    .addColumn('subject', 'text')
    .execute();
  await db.schema.createIndex('access_by_time').on('access').column('at').execute();
}
