import type { Kysely } from 'kysely';

/** Days and hours in which people want their mail, by their own word. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['mail_days', 'mail_hours'])
    await db.schema.alterTable('person').addColumn(column, 'text').execute();
}
