import type { Kysely } from 'kysely';

/** Working time and holidays, what a team depends on besides its items, five answers per item, signals, reading, each person's record, and the memory model of all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const addTo = (table: string, column: string, type: 'text' | 'integer') =>
    db.schema.alterTable(table).addColumn(column, type).execute();
  for (const column of ['work_week', 'shifts', 'quiet_from', 'quiet_to', 'holidays'])
    await addTo('team', column, 'text');
  for (const column of ['leaves_on', 'shifts', 'holidays']) await addTo('person', column, 'text');
  await addTo('exposure', 'tiers_mapped', 'integer');
  for (const column of ['essential', 'lead', 'leak', 'upheaval']) {
    await db.schema
      .alterTable('exposure')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo('unknown'))
      .execute();
  }
  await db.schema
    .alterTable('memory')
    .addColumn('answers', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema
    .createTable('team_link')
    .addColumn('team_id', 'integer', (c) => c.notNull().references('team.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('word', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('team_link_key', ['team_id', 'kind', 'word'])
    .execute();
  await db.schema
    .createTable('signal')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team_id', 'integer', (c) => c.references('team.id'))
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('from_on', 'text', (c) => c.notNull())
    .addColumn('until_on', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_at', 'bigint')
    .execute();
  await db.schema
    .createTable('reading')
    .addColumn('nudge_id', 'integer', (c) => c.primaryKey().references('nudge.id'))
    .addColumn('read_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('calibration')
    .addColumn('person_id', 'integer', (c) => c.primaryKey().references('person.id'))
    .addColumn('predicted', 'real', (c) => c.notNull())
    .addColumn('observed', 'real', (c) => c.notNull())
    .addColumn('answers', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('memory_model')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('fitted_at', 'bigint', (c) => c.notNull())
    .addColumn('answers', 'integer', (c) => c.notNull())
    .addColumn('decay', 'real', (c) => c.notNull())
    .addColumn('scale', 'real', (c) => c.notNull())
    .addColumn('growth', 'real', (c) => c.notNull())
    .addColumn('spacing', 'real', (c) => c.notNull())
    .addColumn('kept', 'real', (c) => c.notNull())
    .execute();
}
