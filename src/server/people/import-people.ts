import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { addTeam } from './add-team.ts';
import { checkRecords } from './check-records.ts';
import { erasedIn, readErasedAddresses } from './erased-addresses.ts';
import type { FileFault } from './files/staff-file.ts';
import {
  type Compared,
  compareRows,
  fateOf,
  type ImportInput,
  type ImportOutcome,
  type Numbered,
  readTeamIds,
  teamsNotKnown,
  unknownWords,
} from './import-outcome.ts';
import { type PersonRowIn, personRowSchema, toPersonColumns } from './person-row.ts';

/** Takes in a list of people; teams they name and nobody knows are made. */
export async function importPeople(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = checkRecords(input.records, personRowSchema);
  if (!table.ok) return table;
  const faults = [...repeatedAddresses(table.rows), ...unknownSectors(table.rows, input.vocabulary)];
  if (faults.length > 0) return { ok: false, faults };
  const { wanted, erased } = await withoutErased(db, table.rows);
  const { counts, toSave } = await comparePeople(db, wanted);
  if (!input.dryRun) await inBatches(db, toSave, (trx, rows) => savePeople(trx, rows, input.now));
  return { ok: true, kind: 'people', leftOut: [], unnamed: [], erased, ...counts };
}

/** Whoever was erased is not taken in again by a list that still names them. */
async function withoutErased(
  db: Db,
  rows: Numbered<PersonRowIn>[],
): Promise<{ wanted: Numbered<PersonRowIn>[]; erased: string[] }> {
  const erasedAt = erasedIn(await readErasedAddresses(db));
  const { true: erased = [], false: wanted = [] } = Object.groupBy(
    rows,
    ({ row }) => `${erasedAt(row.email) !== null}`,
  );
  return { wanted, erased: erased.map(({ line, row }) => `line ${line}: ${row.email}`) };
}

function repeatedAddresses(rows: Numbered<PersonRowIn>[]): FileFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const known = first.get(row.email);
    if (known !== undefined) return [{ line, field: 'email', wrong: `${row.email} stands on line ${known} already` }];
    first.set(row.email, line);
    return [];
  });
}

function unknownSectors(rows: Numbered<PersonRowIn>[], vocabulary: Vocabulary): FileFault[] {
  const known = vocabulary.sectors.map((term) => term.id);
  return unknownWords(rows, 'sector', ({ sector }) => (sector ? [sector] : []), known, 'sector');
}

/** Addresses looked up by one statement. */
const addressesAtATime = 500;

async function readKnown(db: Db, rows: readonly Numbered<PersonRowIn>[]): Promise<Map<string, PersonRow>> {
  const known = new Map<string, PersonRow>();
  for (let done = 0; done < rows.length; done += addressesAtATime) {
    const addresses = rows.slice(done, done + addressesAtATime).map(({ row }) => row.email);
    const people = await db.selectFrom('person').selectAll().where('email', 'in', addresses).execute();
    for (const person of people) known.set(person.email, person);
  }
  return known;
}

async function comparePeople(db: Db, rows: readonly Numbered<PersonRowIn>[]): Promise<Compared<PersonRowIn>> {
  const teams = await readTeamIds(db);
  const known = await readKnown(db, rows);
  const teamsAdded = teamsNotKnown(
    rows.map(({ row }) => row.team),
    teams,
  );
  return compareRows(rows, teamsAdded, (row) =>
    fateOf(known.get(row.email), { team_id: teams.get(row.team) ?? null, ...toPersonColumns(row) }),
  );
}

async function savePeople(trx: Db, rows: readonly Numbered<PersonRowIn>[], now: Instant): Promise<void> {
  const teams = await readTeamIds(trx);
  for (const { row } of rows) {
    const { team: name, zone, sector = null } = row;
    const teamId = teams.get(name) ?? (await addTeam(trx, { name, zone, sector }, now));
    teams.set(name, teamId);
    await savePerson(trx, row, teamId, now);
  }
}

/** Somebody who was taken in by another import since the file was compared is brought up to date. */
async function savePerson(trx: Db, row: PersonRowIn, teamId: number, now: Instant): Promise<void> {
  const { email, language = firstLanguage, pace = 'weekly' } = row;
  const patch = { team_id: teamId, ...toPersonColumns(row) };
  await trx
    .insertInto('person')
    .values({ ...patch, language, email, pace, created_at: now, key: newKey() })
    .onConflict((conflict) => conflict.column('email').doUpdateSet(patch))
    .execute();
}
