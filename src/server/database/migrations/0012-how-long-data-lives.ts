import type { Kysely } from 'kysely';

/**
 * What answers leave when they are cut (answers/memory-base.ts), and marks of erased addresses, which only whoever has the address can make again
 * (people/erased-addresses.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('memory_base')
    .addColumn('person_id', 'integer', (c) => c.notNull().references('person.id'))
    .addColumn('lesson_id', 'text', (c) => c.notNull())
    .addColumn('base', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('memory_base_key', ['person_id', 'lesson_id'])
    .execute();
  await db.schema
    .createTable('record_base')
    .addColumn('person_id', 'integer', (c) => c.primaryKey().notNull().references('person.id'))
    .addColumn('base', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('erased_address')
    .addColumn('mark', 'text', (c) => c.primaryKey().notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('erased_at', 'bigint', (c) => c.notNull())
    .execute();
}
