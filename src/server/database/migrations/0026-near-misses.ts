import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter, sql } from 'kysely';

/**
 * Near misses that were reported; who reported them, sealed and apart; the steps that an editor took; letters to reporters; and who wants the
 * monthly digest. The store itself refuses a publication that its source did not consent to, label CLEAR and read, or that nobody tried to trace.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  /** A number is never given out twice: an old link would open another report. */
  const numbered = (c: ColumnDefinitionBuilder) =>
    isPostgres ? c.generatedByDefaultAsIdentity().primaryKey() : c.primaryKey().autoIncrement();
  await db.schema
    .createTable('near_miss')
    .addColumn('id', 'integer', numbered)
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('receipt_hash', 'text', (c) => c.notNull().unique())
    .addColumn('received_at', 'bigint', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('source_kind', 'text', (c) => c.notNull())
    .addColumn('told', 'text', (c) => c.notNull())
    .addColumn('with_contact', 'integer', (c) => c.notNull())
    .addColumn('call_back', 'integer', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('consent', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('text', 'text')
    .addColumn('text_at', 'bigint')
    .addColumn('read_version', 'integer')
    .addColumn('agreed_version', 'integer')
    .addColumn('piece_id', 'text', (c) => c.unique())
    .addColumn('told_back_at', 'bigint')
    .addColumn('told_back', 'text')
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_as', 'text')
    .execute();
  await db.schema.createIndex('near_miss_by_day').on('near_miss').column('received_at').execute();
  await db.schema
    .createTable('near_miss_publication')
    .addColumn('near_miss_id', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('published_at', 'bigint', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('consent', 'integer', (c) => c.notNull())
    .addColumn('with_contact', 'integer', (c) => c.notNull())
    .addColumn('read_version', 'integer', (c) => c.notNull())
    .addColumn('agreed_version', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('near_miss_publication_key', ['near_miss_id', 'version'])
    .addCheckConstraint(
      'published_as_agreed',
      sql`label = 'clear' and consent = 1 and with_contact = 1 and read_version = version and agreed_version = version`,
    )
    .execute();
  await db.schema
    .createTable('near_miss_strip')
    .addColumn('near_miss_key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('near_miss_step')
    .addColumn('id', 'integer', numbered)
    .addColumn('near_miss_id', 'integer', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('taken_by', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('near_miss_step_by_report').on('near_miss_step').column('near_miss_id').execute();
  await db.schema
    .createTable('near_miss_letter')
    .addColumn('message_id', 'integer', (c) => c.notNull())
    .addColumn('near_miss_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('near_miss_letter_key', ['near_miss_id', 'message_id'])
    .execute();
  await db.schema
    .createTable('near_miss_digest')
    .addColumn('email', 'text', (c) => c.primaryKey().notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('month_sent', 'text')
    .execute();
}
