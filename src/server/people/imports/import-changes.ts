import { z } from 'zod';
import type { ImportAct } from '#core/people/import-states.ts';
import type { Db } from '#server/database/open-database.ts';

/** Columns of a person, or of a team, as they were or became. */
export const columnsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export type Columns = z.infer<typeof columnsSchema>;

export type NewChange = {
  act: ImportAct;
  personId: number | null;
  teamId: number | null;
  before: Columns | null;
  after: Columns | null;
};

/** Where the log of an import goes on. */
export async function nextPlace(db: Db, key: string): Promise<number> {
  const { last } = await db
    .selectFrom('import_change')
    .select((eb) => eb.fn.max('at').as('last'))
    .where('import_key', '=', key)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Writes down what was changed, in the transaction of the change. */
export async function noteChanges(trx: Db, key: string, at: number, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await trx
    .insertInto('import_change')
    .values(
      changes.map(({ act, personId, teamId, before, after }, index) => ({
        import_key: key,
        at: at + index,
        act,
        person_id: personId,
        team_id: teamId,
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
        not_undone: null,
      })),
    )
    .execute();
}
