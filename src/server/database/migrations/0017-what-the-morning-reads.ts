import type { Kysely } from 'kysely';

/**
 * What the desk's first pages order teams by, and how many of each are perhaps not reached, kept beside their figures: asked of everybody's mail,
 * silence took seconds. And the nudges of a day are found by it; five years of them were read for a morning's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('team_memory')
    .addColumn('losing', 'real', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('team_memory')
    .addColumn('matters', 'real', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('team_memory')
    .addColumn('silent', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('nudge_by_day').on('nudge').columns(['local_date', 'person_id']).execute();
}
