import type { NotUndone } from '#core/people/import-states.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ImportChangeRow, Instant } from '#server/database/schema.ts';
import { columnsSchema } from './import-changes.ts';
import { putBackPerson, takeOutPerson } from './put-back-person.ts';
import { putBackTeam, takeOutTeam } from './put-back-team.ts';

export type Undoing = {
  db: Db;
  key: string;
  now: Instant;
  /** Called within each transaction, with how many steps are done. */
  beat: (trx: Db, done: number) => Promise<void>;
  goesOn: () => boolean;
};

export async function countChanges(db: Db, key: string): Promise<number> {
  const { rows } = await db
    .selectFrom('import_change')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('import_key', '=', key)
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/**
 * Puts back what an import changed, the last first, some rows in each transaction. What somebody changed since stays as they left it, and is said.
 * What is put back leaves the log, and so is left of what cannot be: which row, and why. Returns whether it came to its end.
 */
export async function undoImport({ db, key, now, beat, goesOn }: Undoing): Promise<boolean> {
  const changes = await db
    .selectFrom('import_change')
    .selectAll()
    .where('import_key', '=', key)
    .where('not_undone', 'is', null)
    .orderBy('at', 'desc')
    .execute();
  let done = 0;
  await inBatches(db, changes, async (trx, batch) => {
    if (!goesOn()) return;
    for (const change of batch) await settle(trx, change, await putBack(trx, change, now));
    await beat(trx, done + batch.length);
    done += batch.length;
  });
  return done === changes.length;
}

async function putBack(trx: Db, change: ImportChangeRow, now: Instant): Promise<NotUndone | null> {
  const { act, person_id: personId, team_id: teamId } = change;
  const before = columnsOf(change.before);
  const after = columnsOf(change.after);
  if (act === 'team-made') return teamId === null ? 'gone' : takeOutTeam(trx, teamId);
  if (act === 'team-renamed') return teamId === null ? 'gone' : putBackTeam(trx, teamId, { before, after });
  if (personId === null) return 'gone';
  return act === 'joined'
    ? takeOutPerson(trx, personId, after, now)
    : putBackPerson(trx, personId, { before, after }, now);
}

function columnsOf(text: string | null) {
  return text === null ? {} : columnsSchema.parse(JSON.parse(text));
}

async function settle(trx: Db, { import_key, at }: ImportChangeRow, why: NotUndone | null): Promise<void> {
  if (why === null) {
    await trx.deleteFrom('import_change').where('import_key', '=', import_key).where('at', '=', at).execute();
    return;
  }
  await trx
    .updateTable('import_change')
    .set({ not_undone: why, before: null, after: null })
    .where('import_key', '=', import_key)
    .where('at', '=', at)
    .execute();
}

/** What could not be put back, with whom or what it is about now; `name` null is nobody any more. */
export type LeftUndone = { act: ImportChangeRow['act']; why: NotUndone; name: string | null; email: string | null };

export async function readLeftUndone(db: Db, key: string, most: number): Promise<LeftUndone[]> {
  const rows = await db
    .selectFrom('import_change')
    .leftJoin('person', 'person.id', 'import_change.person_id')
    .leftJoin('team', 'team.id', 'import_change.team_id')
    .select([
      'import_change.act',
      'import_change.not_undone as why',
      'person.name as person_name',
      'person.email',
      'team.name as team_name',
    ])
    .where('import_change.import_key', '=', key)
    .where('import_change.not_undone', 'is not', null)
    .orderBy('import_change.at')
    .limit(most)
    .execute();
  return rows.flatMap(({ act, why, person_name, team_name, email }) =>
    why === null ? [] : [{ act, why, name: person_name ?? team_name, email }],
  );
}
