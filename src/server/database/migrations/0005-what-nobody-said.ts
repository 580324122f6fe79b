import { type Kysely, sql } from 'kysely';

/**
 * An item may be one that the vocabulary has no word for, and its figures may be unknown; a person's chosen pace knows its day, and a
 * nudge that was put off is not one that was let lie. SQLite cannot
 * take NOT NULL away, so the table is made anew and its rows copied.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('exposure_anew')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team_id', 'integer', (c) => c.notNull().references('team.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('input', 'text')
    .addColumn('said', 'text')
    .addColumn('family', 'text')
    .addColumn('origin', 'text')
    .addColumn('share', 'real')
    .addColumn('suppliers', 'integer')
    .addColumn('stock_days', 'real')
    .addColumn('recovery_days', 'real')
    .addColumn('alternative', 'text')
    .addColumn('tiers_mapped', 'integer')
    .addColumn('essential', 'text', (c) => c.notNull().defaultTo('unknown'))
    .addColumn('lead', 'text', (c) => c.notNull().defaultTo('unknown'))
    .addColumn('leak', 'text', (c) => c.notNull().defaultTo('unknown'))
    .addColumn('upheaval', 'text', (c) => c.notNull().defaultTo('unknown'))
    .addUniqueConstraint('exposure_once', ['team_id', 'name'])
    .execute();
  await sql`
    INSERT INTO exposure_anew (id, team_id, name, input, origin, share, suppliers, stock_days, recovery_days, alternative,
      tiers_mapped, essential, lead, leak, upheaval)
    SELECT id, team_id, name, input, origin, share, suppliers, stock_days, recovery_days, alternative, tiers_mapped,
      essential, lead, leak, upheaval
    FROM exposure ORDER BY id`.execute(db);
  await db.schema.dropTable('exposure').execute();
  await db.schema.alterTable('exposure_anew').renameTo('exposure').execute();
  await db.schema.alterTable('person').addColumn('pace_chosen_on', 'text').execute();
  await db.schema.alterTable('nudge').addColumn('put_off_at', 'bigint').execute();
  // The index of a person's latest nudges holds all that is asked of them.
  await db.schema.dropIndex('nudge_by_person').execute();
  await db.schema
    .createIndex('nudge_by_person')
    .on('nudge')
    .columns(['person_id', 'local_date', 'id', 'message_id', 'put_off_at'])
    .execute();
}
