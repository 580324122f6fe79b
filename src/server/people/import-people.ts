import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { inOneGo } from '#server/database/in-one-go.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';
import { addTeam } from './add-team.ts';
import { changes } from './cell.ts';
import { type LineFault, readTable } from './csv-table.ts';
import { erasedIn, readErasedAddresses } from './erased-addresses.ts';
import {
  type ImportCounts,
  type ImportInput,
  type ImportOutcome,
  type Numbered,
  nothingCounted,
  unknownWords,
} from './import-outcome.ts';
import { type PersonRowIn, personRowSchema, toPersonColumns } from './person-row.ts';

/** Takes in a list of people; teams they name and nobody knows are made. */
export async function importPeople(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = readTable(input.text, personRowSchema);
  if (!table.ok) return table;
  const faults = [...repeatedAddresses(table.rows), ...unknownSectors(table.rows, input.vocabulary)];
  if (faults.length > 0) return { ok: false, faults };
  const { wanted, erased } = await withoutErased(db, table.rows);
  const counts = await inOneGo(db, input.dryRun, (trx) => savePeople(trx, wanted, input.now));
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

function repeatedAddresses(rows: Numbered<PersonRowIn>[]): LineFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const known = first.get(row.email);
    if (known !== undefined) return [{ line, field: 'email', wrong: `${row.email} stands on line ${known} already` }];
    first.set(row.email, line);
    return [];
  });
}

function unknownSectors(rows: Numbered<PersonRowIn>[], vocabulary: Vocabulary): LineFault[] {
  const known = vocabulary.sectors.map((term) => term.id);
  return unknownWords(rows, 'sector', ({ sector }) => (sector ? [sector] : []), known, 'sector');
}

async function savePeople(trx: Db, rows: Numbered<PersonRowIn>[], now: Instant): Promise<ImportCounts> {
  const counts = nothingCounted();
  const teams = new Map(
    (await trx.selectFrom('team').select(['id', 'name']).execute()).map((team) => [team.name, team.id]),
  );
  for (const { row } of rows) {
    const { team: name, zone, sector = null } = row;
    const teamId = teams.get(name) ?? (await addTeam(trx, { name, zone, sector }, now));
    if (!teams.has(name)) counts.teamsAdded.push(name);
    teams.set(name, teamId);
    counts[await savePerson(trx, row, teamId, now)] += 1;
  }
  return counts;
}

async function savePerson(
  trx: Db,
  row: PersonRowIn,
  teamId: number,
  now: Instant,
): Promise<'added' | 'changed' | 'unchanged'> {
  const { email } = row;
  const patch = { team_id: teamId, ...toPersonColumns(row) };
  const known = await trx.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst();
  if (!known) {
    const { language = firstLanguage, pace = 'weekly' } = row;
    await trx
      .insertInto('person')
      .values({ ...patch, language, email, pace, created_at: now, key: newKey() })
      .execute();
    return 'added';
  }
  if (!changes(known, patch)) return 'unchanged';
  await trx.updateTable('person').set(patch).where('id', '=', known.id).execute();
  return 'changed';
}
