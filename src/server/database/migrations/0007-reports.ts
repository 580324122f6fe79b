import { type Kysely, sql } from 'kysely';

/** What came back of a mail is kept, once of each kind, and a mail is found by the token of its Message-ID. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('message').addColumn('report_token', 'text').execute();
  // Until now a Message-ID was `<`, 32 letters of a token, and a dot.
  await sql`UPDATE message SET report_token = substr(message_id, 2, 32) WHERE message_id IS NOT NULL`.execute(db);
  await db.schema.createIndex('message_by_report_token').on('message').column('report_token').execute();
  await db.schema
    .createTable('report')
    .addColumn('message_id', 'integer', (c) => c.notNull().references('message.id'))
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('reply', 'text', (c) => c.notNull())
    .addColumn('told_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_key', ['message_id', 'verdict'])
    .execute();
  await db.schema.createIndex('report_by_verdict').on('report').columns(['verdict', 'told_at']).execute();
}
