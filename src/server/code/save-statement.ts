import type { PrincipleNumber } from '#core/code/principles.ts';
import type { StatedPrinciple } from '#core/code/statement-draft.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Which statement, and the version that whoever changes it had before their eyes; 0 where there was none. */
export type StatementPlace = { organisation: string; year: number; principle: PrincipleNumber; version: number };

/** The words, and whom of the house to remind. */
export type NewStatement = StatedPrinciple & { ownerId: number | null };

export type SavedStatement = { ok: true } | { ok: false; reason: 'changed-meanwhile' | 'year-over' };

/**
 * Keeps a statement with who made it. What was said of a year that is over stays, so that two years can be compared; what was not said then may still be
 * added. An owner is reminded anew of what has another day, state or owner.
 */
export async function saveStatement(
  db: Db,
  { version, ...place }: StatementPlace,
  said: NewStatement,
  by: string,
  now: Instant,
): Promise<SavedStatement> {
  const words = {
    state: said.state,
    text: said.text,
    owner_function: said.ownerFunction,
    person_id: said.ownerId,
    due_on: said.dueOn,
    changed_by: by,
    changed_at: now,
  };
  if (version === 0) {
    const added = await db
      .insertInto('code_statement')
      .values({ ...place, ...words, version: 1, reminded_on: null, message_id: null })
      .onConflict((conflict) => conflict.columns(['organisation', 'year', 'principle']).doNothing())
      .returning('principle')
      .executeTakeFirst();
    return added ? { ok: true } : { ok: false, reason: 'changed-meanwhile' };
  }
  if (place.year < new Date(now).getUTCFullYear()) return { ok: false, reason: 'year-over' };
  return db.transaction().execute(async (trx): Promise<SavedStatement> => {
    const kept = await trx
      .selectFrom('code_statement')
      .select(['state', 'person_id', 'due_on'])
      .where('organisation', '=', place.organisation)
      .where('year', '=', place.year)
      .where('principle', '=', place.principle)
      .executeTakeFirst();
    const isOther = kept?.state !== said.state || kept.person_id !== said.ownerId || kept.due_on !== said.dueOn;
    const { numUpdatedRows } = await trx
      .updateTable('code_statement')
      .set({ ...words, version: version + 1, ...(isOther && { reminded_on: null, message_id: null }) })
      .where('organisation', '=', place.organisation)
      .where('year', '=', place.year)
      .where('principle', '=', place.principle)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? { ok: true } : { ok: false, reason: 'changed-meanwhile' };
  });
}
