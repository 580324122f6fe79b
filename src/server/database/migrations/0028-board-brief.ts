import type { Kysely } from 'kysely';

/** The board brief: what is typed for it, and the briefs that were kept, of which none is ever changed. None of it names a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('brief_snapshot')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('quarter', 'text', (c) => c.notNull())
    .addColumn('as_of', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('brief_threshold')
    .addColumn('indicator', 'text', (c) => c.primaryKey().notNull())
    .addColumn('amber', 'real')
    .addColumn('red', 'real')
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('brief_position')
    .addColumn('quarter', 'text', (c) => c.primaryKey().notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('brief_scenario')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('trigger_sign', 'text')
    .addColumn('owner', 'text')
    .addColumn('days_to_loss', 'integer')
    .addColumn('loss_band', 'text')
    .addColumn('rehearsed_on', 'text')
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await db.schema
    .createTable('brief_decision')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('quarter', 'text', (c) => c.notNull())
    .addColumn('ask', 'text', (c) => c.notNull())
    .addColumn('cost', 'text', (c) => c.notNull())
    .addColumn('opportunity', 'text', (c) => c.notNull())
    .addColumn('programmes', 'text', (c) => c.notNull())
    .addColumn('deadline', 'text')
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('outcome_note', 'text')
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute();
}
