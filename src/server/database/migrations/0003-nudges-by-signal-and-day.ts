import { type Kysely, sql } from 'kysely';

/**
 * A nudge names its signal, and may give its day back. SQLite cannot drop a constraint, so the table is made anew and its rows copied; what
 * refers to it refers to its name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('nudge_anew')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('message_id', 'integer', (c) => c.notNull().unique().references('message.id'))
    .addColumn('person_id', 'integer', (c) => c.notNull().references('person.id'))
    .addColumn('local_date', 'text', (c) => c.notNull())
    .addColumn('day_taken', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('lesson_id', 'text', (c) => c.notNull())
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('question_id', 'text', (c) => c.notNull())
    .addColumn('assignment_id', 'integer')
    .addColumn('signal_id', 'integer')
    .addColumn('explanation', 'text', (c) => c.notNull())
    .addColumn('closes_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('one_nudge_a_day', ['person_id', 'day_taken'])
    .execute();
  await sql`
    INSERT INTO nudge_anew (id, message_id, person_id, local_date, day_taken, kind, lesson_id, case_id, question_id,
      assignment_id, signal_id, explanation, closes_at)
    SELECT id, message_id, person_id, local_date, local_date, kind, lesson_id, case_id, question_id, assignment_id,
      CASE WHEN json_extract(explanation, '$.occasion.kind') = 'signal'
        THEN json_extract(explanation, '$.occasion.signalId') END,
      explanation, closes_at
    FROM nudge ORDER BY id`.execute(db);
  // An id that was given out once must not be given out again, also where the newest rows were erased: links bear it.
  await sql`
    UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'nudge') WHERE name = 'nudge_anew'
      AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'nudge')`.execute(db);
  await db.schema.dropTable('nudge').execute();
  await db.schema.alterTable('nudge_anew').renameTo('nudge').execute();
  await db.schema.createIndex('nudge_by_person').on('nudge').columns(['person_id', 'local_date']).execute();
  await db.schema.createIndex('nudge_by_signal').on('nudge').column('signal_id').execute();
}
