import type { Kysely } from 'kysely';

/**
 * What was mailed stays what it was: each version of what was asked, and each text of a mail without its reader, lies once, and messages name theirs. A
 * message may be another sending of one before it, and the links of its nudge are then signed as they were.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['asked_version', 'mailed_text'])
    await db.schema
      .createTable(table)
      .addColumn('digest', 'text', (c) => c.primaryKey().notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('first_at', 'bigint', (c) => c.notNull())
      .execute();
  for (const column of ['asked', 'mailed']) await db.schema.alterTable('message').addColumn(column, 'text').execute();
  await db.schema.alterTable('message').addColumn('again_of', 'integer').execute();
  await db.schema.alterTable('nudge').addColumn('link_key', 'text').execute();
  await db.schema.alterTable('nudge').addColumn('taken_back_at', 'bigint').execute();
}
