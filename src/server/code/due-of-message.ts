import type { CodeStatementTable } from '#server/database/code-tables.ts';
import type { Db } from '#server/database/open-database.ts';
import type { MessageRow } from '#server/database/schema.ts';
import { readOpenStatements } from './open-statements.ts';

/** What a reminder is still about: what was kept, given to another or put off since it was written is no longer. */
export async function readDueOfMessage(
  db: Db,
  { id, person_id }: Pick<MessageRow, 'id' | 'person_id'>,
): Promise<CodeStatementTable[]> {
  const open = await readOpenStatements(db);
  return open.filter((statement) => statement.message_id === id && statement.person_id === person_id);
}
