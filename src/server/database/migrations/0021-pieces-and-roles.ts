import type { Kysely } from 'kysely';

/**
 * Cases and modules that the house writes itself: the draft, what of it is published, and the versions before, from which two who wrote at once are
 * told what each changed. Besides, who may do what on the desk.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('piece')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('typed', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('published', 'text')
    .addColumn('published_version', 'integer')
    .addColumn('published_at', 'bigint')
    .addColumn('published_by', 'text')
    .execute();
  await db.schema
    .createTable('piece_version')
    .addColumn('piece_id', 'text', (c) => c.notNull().references('piece.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('typed', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('piece_version_key', ['piece_id', 'version'])
    .execute();
  await db.schema
    .createTable('desk_role')
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('given_at', 'bigint', (c) => c.notNull())
    .addColumn('given_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('desk_role_key', ['email', 'role'])
    .execute();
}
