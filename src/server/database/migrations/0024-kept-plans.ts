import type { Kysely } from 'kysely';

/** What a team would be sent next is kept beside what it remembers: of a large team it is a quarter of a second to work out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['plan', 'plan_on', 'plan_from'])
    await db.schema.alterTable('team_memory').addColumn(name, 'text').execute();
  await db.schema.alterTable('team_memory').addColumn('plan_at', 'bigint').execute();
}
