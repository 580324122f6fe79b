import type { Kysely } from 'kysely';

/**
 * Days and hours in which people want their mail, by their own word; and whether they are to be welcomed before they are asked anything, which who was
 * there before is not.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const person = () => db.schema.alterTable('person');
  for (const column of ['mail_days', 'mail_hours', 'welcomed_on']) await person().addColumn(column, 'text').execute();
  await person()
    .addColumn('welcome_owed', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
