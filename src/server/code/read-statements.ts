import { principleNumber } from '#core/code/principles.ts';
import type { Statement } from '#core/code/statement.ts';
import type { CodeStatementTable } from '#server/database/code-tables.ts';
import type { Db } from '#server/database/open-database.ts';

/** A statement as it is kept. */
export type KeptStatement = Statement & {
  ownerFunction: string;
  ownerId: number | null;
  dueOn: string | null;
  version: number;
  changedBy: string;
  changedAt: number;
  remindedOn: string | null;
};

/** What an organisation said in a year, by principle; who said nothing of one has no row of it. */
export async function readStatements(db: Db, organisation: string, year: number): Promise<KeptStatement[]> {
  const rows = await db
    .selectFrom('code_statement')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('year', '=', year)
    .orderBy('principle')
    .execute();
  return rows.flatMap(keptStatement);
}

function keptStatement(row: CodeStatementTable): KeptStatement[] {
  const principle = principleNumber(row.principle);
  if (principle === null) return [];
  return [
    {
      principle,
      state: row.state,
      text: row.text,
      ownerFunction: row.owner_function,
      ownerId: row.person_id,
      dueOn: row.due_on,
      version: row.version,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
      remindedOn: row.reminded_on,
    },
  ];
}
