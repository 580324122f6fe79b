import type { NotUndone } from '#core/people/import-states.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { noteChangeOfTeam } from '#server/database/team-changes.ts';
import { changePerson, moveTo, type PersonPatch } from '../person-life.ts';
import { dayBefore, writtenColumns } from './change-listed.ts';
import type { Columns } from './import-changes.ts';

/** Gives a person back what they had, but for what somebody changed since. */
export async function putBackPerson(
  trx: Db,
  personId: number,
  { before, after }: { before: Columns; after: Columns },
  now: Instant,
): Promise<NotUndone | null> {
  const person = await readPerson(trx, personId);
  if (!person) return 'gone';
  const untouched = writtenColumns.filter((column) => column in before && person[column] === after[column]);
  const { team_id: teamId, ...patch } = Object.fromEntries(untouched.map((column) => [column, before[column]]));
  const changed = await changePerson(trx, personId, patchOf(patch), now);
  if (!changed.ok) return 'taken';
  if (typeof teamId === 'number' && !(await moveTo(trx, personId, teamId)).ok) return 'gone';
  return untouched.length === Object.keys(before).length ? null : 'changed-since';
}

/**
 * Takes out who joined by the import. Whoever has been asked something keeps what came of it, and has left; of anybody else nothing is kept, and the
 * next list may bring them again.
 */
export async function takeOutPerson(
  trx: Db,
  personId: number,
  after: Columns,
  now: Instant,
): Promise<NotUndone | null> {
  const person = await readPerson(trx, personId);
  if (!person) return 'gone';
  if (writtenColumns.some((column) => column in after && person[column] !== after[column])) return 'changed-since';
  const mailed = await trx.selectFrom('nudge').select('id').where('person_id', '=', personId).executeTakeFirst();
  if (mailed) {
    await changePerson(trx, personId, { leaves_on: dayBefore(now) }, now);
    return 'has-history';
  }
  await trx.deleteFrom('former_address').where('person_id', '=', personId).execute();
  await trx.deleteFrom('person').where('id', '=', personId).execute();
  await noteChangeOfTeam(trx, person.team_id);
  return null;
}

function readPerson(trx: Db, id: number): Promise<PersonRow | undefined> {
  return trx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
}

function patchOf(columns: Record<string, unknown>): PersonPatch {
  return columns;
}
