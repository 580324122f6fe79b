import type { CodeStatementTable } from '#server/database/code-tables.ts';
import type { Db } from '#server/database/open-database.ts';

/** Statements of which somebody is reminded: not kept, with a day and an owner, and the newest of their principle. A later year takes the place of an earlier. */
export async function readOpenStatements(db: Db): Promise<CodeStatementTable[]> {
  const rows = await db
    .selectFrom('code_statement')
    .selectAll()
    .orderBy('organisation')
    .orderBy('principle')
    .orderBy('year')
    .execute();
  const newest = new Map(rows.map((row) => [`${row.organisation} ${row.principle}`, row]));
  return [...newest.values()].filter(
    ({ state, due_on, person_id }) => state !== 'comply' && due_on !== null && person_id !== null,
  );
}
