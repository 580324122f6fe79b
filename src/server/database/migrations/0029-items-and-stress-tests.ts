import type { Kysely } from 'kysely';

/**
 * What a briefing and a stress test ask of an item: when its alternative was last tested, how much of the sales rests on it, by which routes its lead is
 * guarded, and the two tests of designation that no other column answers. A stress test is written step by step, and kept whole once it is finished.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('exposure').addColumn('tested_on', 'text').execute();
  await db.schema.alterTable('exposure').addColumn('revenue_share', 'real').execute();
  await db.schema.alterTable('exposure').addColumn('leak_controls', 'text').execute();
  for (const column of ['cut_off', 'special_need'])
    await db.schema
      .alterTable('exposure')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo('unknown'))
      .execute();
  await db.schema
    .createTable('stress_test')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('started_on', 'text', (c) => c.notNull())
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('finished_on', 'text')
    .addColumn('due_on', 'text')
    .addColumn('kept', 'text')
    .execute();
  await db.schema
    .createTable('stress_test_item')
    .addColumn('test_key', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('team_id', 'integer', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('said', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('stress_test_item_pk', ['test_key', 'place'])
    .execute();
}
