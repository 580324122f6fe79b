import type { Kysely } from 'kysely';

/** The lessons of an assignment change while it runs: one that came later says when, and one that was taken away stays for whoever had answered it. Days of the team's zone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('assignment_lesson').addColumn('added_on', 'text').execute();
  await db.schema.alterTable('assignment_lesson').addColumn('taken_on', 'text').execute();
}
