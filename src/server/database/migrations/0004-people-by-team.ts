import type { Kysely } from 'kysely';

/** Teams are read some at a time, and each time their people are looked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('person_by_team').on('person').column('team_id').execute();
}
