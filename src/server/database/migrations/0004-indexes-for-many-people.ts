import type { Kysely } from 'kysely';

/**
 * Teams are read some at a time, and of a lesson only what has to do with it. A person's nudges in order come from an index that holds all that
 * is asked of the latest: the rows themselves are wide, and lie as far apart as the weeks in which they were written.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute();
  await index('person_by_team', 'person', ['team_id']);
  await db.schema.dropIndex('nudge_by_person').execute();
  await index('nudge_by_person', 'nudge', ['person_id', 'local_date', 'id', 'message_id']);
  await index('nudge_by_lesson', 'nudge', ['lesson_id']);
  await index('nudge_by_case', 'nudge', ['case_id']);
  await index('memory_by_lesson', 'memory', ['lesson_id']);
}
