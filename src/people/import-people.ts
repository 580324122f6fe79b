import { isDeepStrictEqual } from 'node:util';
import { didYouMean } from '../catalogue/did-you-mean.ts';
import type { Vocabulary } from '../catalogue/vocabulary.ts';
import type { Db } from '../store/open-store.ts';
import type { Instant } from '../store/schema.ts';
import { headingsOf, type LineFault, readTable } from './csv-table.ts';
import { type ExposureRowIn, exposureRowSchema } from './exposure-row.ts';
import { type PersonRowIn, personRowSchema } from './person-row.ts';

export type ImportOutcome =
  | { ok: true; kind: 'people' | 'exposures'; added: number; changed: number; unchanged: number; teamsAdded: string[] }
  | { ok: false; faults: LineFault[] };

export type ImportInput = { text: string; vocabulary: Vocabulary; now: Instant; dryRun: boolean };

/** Local time at which a new team's mail arrives. */
const usualMailTime = '08:30';

type Numbered<T> = { line: number; row: T };
type Counts = { added: number; changed: number; unchanged: number; teamsAdded: string[] };

/** Thrown inside a dry run's transaction, so that the same statements run and none of them stays. */
class DryRunDone extends Error {}

/**
 * Takes people.csv (has a column `email`) or exposures.csv (has a column `input`) into the store: new lines are added, known ones
 * (by address, or by team and item) brought up to date. Any fault in any line, and nothing is saved.
 */
export async function importPeople(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const headings = headingsOf(input.text);
  if (headings.includes('email')) return importPeopleRows(db, input);
  if (headings.includes('input')) return importExposureRows(db, input);
  const wrong = 'this is neither a list of people (a column "email") nor of exposures (a column "input")';
  return { ok: false, faults: [{ line: 1, field: headings.join(','), wrong }] };
}

async function importPeopleRows(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = readTable(input.text, personRowSchema);
  if (!table.ok) return table;
  const faults = [...repeatedAddresses(table.rows), ...unknownSectors(table.rows, input.vocabulary)];
  if (faults.length > 0) return { ok: false, faults };
  const counts = await inOneGo(db, input.dryRun, (trx) => savePeople(trx, table.rows, input.now));
  return { ok: true, kind: 'people', ...counts };
}

async function importExposureRows(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const table = readTable(input.text, exposureRowSchema);
  if (!table.ok) return table;
  const teams = new Map(
    (await db.selectFrom('team').select(['id', 'name']).execute()).map((team) => [team.name, team.id]),
  );
  const faults = [...unknownTeams(table.rows, [...teams.keys()]), ...unknownInputs(table.rows, input.vocabulary)];
  if (faults.length > 0) return { ok: false, faults };
  const counts = await inOneGo(db, input.dryRun, (trx) => saveExposures(trx, table.rows, teams));
  return { ok: true, kind: 'exposures', ...counts };
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
  return rows.flatMap(({ line, row }) =>
    row.sector && !known.includes(row.sector)
      ? [{ line, field: 'sector', wrong: `"${row.sector}" is not a known sector. ${didYouMean(row.sector, known)}` }]
      : [],
  );
}

function unknownTeams(rows: Numbered<ExposureRowIn>[], known: string[]): LineFault[] {
  return rows.flatMap(({ line, row }) =>
    known.includes(row.team)
      ? []
      : [
          {
            line,
            field: 'team',
            wrong:
              `no team is called "${row.team}"; import its people first. ${known.length ? didYouMean(row.team, known) : ''}`.trim(),
          },
        ],
  );
}

function unknownInputs(rows: Numbered<ExposureRowIn>[], vocabulary: Vocabulary): LineFault[] {
  const known = vocabulary.inputs.map((term) => term.id);
  return rows.flatMap(({ line, row }) =>
    known.includes(row.input)
      ? []
      : [{ line, field: 'input', wrong: `"${row.input}" is not a known input. ${didYouMean(row.input, known)}` }],
  );
}

async function inOneGo(db: Db, dryRun: boolean, save: (trx: Db) => Promise<Counts>): Promise<Counts> {
  let counts: Counts | null = null;
  try {
    await db.transaction().execute(async (trx) => {
      counts = await save(trx);
      if (dryRun) throw new DryRunDone();
    });
  } catch (error) {
    if (!(error instanceof DryRunDone)) throw error;
  }
  return counts ?? { added: 0, changed: 0, unchanged: 0, teamsAdded: [] };
}

async function savePeople(trx: Db, rows: Numbered<PersonRowIn>[], now: Instant): Promise<Counts> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, teamsAdded: [] };
  const teams = new Map(
    (await trx.selectFrom('team').select(['id', 'name']).execute()).map((team) => [team.name, team.id]),
  );
  for (const { row } of rows) {
    const teamId = teams.get(row.team) ?? (await addTeam(trx, row, now));
    if (!teams.has(row.team)) counts.teamsAdded.push(row.team);
    teams.set(row.team, teamId);
    counts[await savePerson(trx, row, teamId, now)] += 1;
  }
  return counts;
}

async function addTeam(trx: Db, row: PersonRowIn, now: Instant): Promise<number> {
  const team = {
    name: row.team,
    zone: row.zone,
    sector: row.sector ?? null,
    mail_time: usualMailTime,
    created_at: now,
  };
  const { id } = await trx.insertInto('team').values(team).returning('id').executeTakeFirstOrThrow();
  return id;
}

async function savePerson(
  trx: Db,
  row: PersonRowIn,
  teamId: number,
  now: Instant,
): Promise<'added' | 'changed' | 'unchanged'> {
  const fields = {
    team_id: teamId,
    name: row.name,
    role: row.role,
    zone: row.zone,
    language: row.language,
    joined_year: row.joined ?? null,
  };
  const known = await trx.selectFrom('person').selectAll().where('email', '=', row.email).executeTakeFirst();
  if (!known) {
    await trx
      .insertInto('person')
      .values({ ...fields, email: row.email, pace: row.pace, created_at: now })
      .execute();
    return 'added';
  }
  // The pace is the person's own choice once they are known; a list from the trainer does not undo it.
  const same =
    known.team_id === teamId &&
    known.name === row.name &&
    known.role === row.role &&
    known.zone === row.zone &&
    known.language === row.language &&
    known.joined_year === fields.joined_year;
  if (same) return 'unchanged';
  await trx.updateTable('person').set(fields).where('id', '=', known.id).execute();
  return 'changed';
}

async function saveExposures(
  trx: Db,
  rows: Numbered<ExposureRowIn>[],
  teams: ReadonlyMap<string, number>,
): Promise<Counts> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, teamsAdded: [] };
  for (const { row } of rows) counts[await saveExposure(trx, row, teams.get(row.team) ?? 0)] += 1;
  return counts;
}

async function saveExposure(trx: Db, row: ExposureRowIn, team_id: number): Promise<'added' | 'changed' | 'unchanged'> {
  const { team: _, item: name, ...rest } = row;
  const known = await trx
    .selectFrom('exposure')
    .selectAll()
    .where('team_id', '=', team_id)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!known) {
    await trx
      .insertInto('exposure')
      .values({ team_id, name, ...rest })
      .execute();
    return 'added';
  }
  if (isDeepStrictEqual({ ...known }, { id: known.id, team_id, name, ...rest })) return 'unchanged';
  await trx.updateTable('exposure').set(rest).where('id', '=', known.id).execute();
  return 'changed';
}
