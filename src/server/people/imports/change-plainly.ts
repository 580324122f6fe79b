import type { PersonChange } from '#core/people/import-plan.ts';
import { nameKey } from '#core/people/same-name.ts';
import type { Db } from '#server/database/open-database.ts';
import type { PersonRow } from '#server/database/schema.ts';
import { noteChangeOfTeams } from '#server/database/team-changes.ts';
import { patchOf } from './change-listed.ts';
import type { Columns, NewChange } from './import-changes.ts';

const besidesMail = ['name', 'staffNumber', 'role', 'zone', 'language', 'joined', 'shifts', 'holidays'];

/** Whether a change touches neither the address, the team nor the days of somebody, so that no mail hangs on it. */
export function isPlain({ newEmail, move, cameBack, fields }: PersonChange): boolean {
  return newEmail === null && !move && !cameBack && fields.every(({ field }) => besidesMail.includes(field));
}

/**
 * Such changes of several people, read by one statement: a list that says one thing more changes everybody. Whose number somebody else has by now
 * is left out, as is who is no more.
 */
export async function changePlainly(trx: Db, changes: readonly PersonChange[]): Promise<NewChange[]> {
  if (changes.length === 0) return [];
  const people = await trx
    .selectFrom('person')
    .selectAll()
    .where(
      'id',
      'in',
      changes.map(({ personId }) => personId),
    )
    .execute();
  const byId = new Map(people.map((person) => [person.id, person]));
  const taken = await numbersTaken(trx, changes);
  const done: NewChange[] = [];
  for (const change of changes) {
    const before = byId.get(change.personId);
    const patch = patchOf(change);
    if (!before || (patch.staff_number && taken.has(patch.staff_number))) continue;
    const named = patch.name === undefined ? patch : { ...patch, name_key: nameKey(patch.name) };
    await trx.updateTable('person').set(named).where('id', '=', before.id).execute();
    done.push({
      act: 'changed',
      personId: before.id,
      teamId: null,
      before: columnsOf(before, patch),
      after: { ...patch },
    });
  }
  await noteChangeOfTeams(trx, new Set(people.map(({ team_id }) => team_id)));
  return done;
}

async function numbersTaken(trx: Db, changes: readonly PersonChange[]): Promise<ReadonlySet<string>> {
  const numbers = changes.flatMap((change) => patchOf(change).staff_number ?? []);
  if (numbers.length === 0) return new Set();
  const owners = await trx.selectFrom('person').select('staff_number').where('staff_number', 'in', numbers).execute();
  return new Set(owners.flatMap(({ staff_number }) => staff_number ?? []));
}

function columnsOf(row: PersonRow, patch: Partial<PersonRow>): Columns {
  const before: Partial<Record<string, unknown>> = row;
  return Object.fromEntries(
    Object.keys(patch).map((column) => {
      const value = before[column];
      return [column, typeof value === 'string' || typeof value === 'number' ? value : null];
    }),
  );
}
