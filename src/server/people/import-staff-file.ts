import type { Db } from '#server/database/open-database.ts';
import { noteChangeOfAll } from '#server/database/team-changes.ts';
import type { StaffFile, StaffRecord } from './files/staff-file.ts';
import { importExposures } from './import-exposures.ts';
import type { ImportInput, ImportOptions, ImportOutcome } from './import-outcome.ts';
import { importPeople } from './import-people.ts';
import { importTeams } from './import-teams.ts';
import { type RefusedLine, refusedLine } from './refused-line.ts';

type ReadFile = Extract<StaffFile, { ok: true }>;

/**
 * Takes a list of people, exposures or teams into the store: new lines are added, known ones (by address, by team and item, by team) brought up
 * to date. A question that is open, or any fault in any line, and nothing is saved. What is saved is saved some lines at a time; an import that
 * breaks off is finished by importing the file again.
 */
export async function importStaffFile(db: Db, file: ReadFile, options: ImportOptions): Promise<ImportOutcome> {
  const unclear = [...openQuestions(file), ...missingColumns(file)];
  if (unclear.length > 0) return { ok: false, faults: unclear };
  if (file.faults.length > 0) return { ok: false, faults: await allFaults(db, file, options) };
  const outcome = await importList(db, file, { ...options, records: file.records });
  if (outcome.ok && !options.dryRun) await noteChangeOfAll(db);
  return outcome;
}

async function importList(db: Db, { found }: ReadFile, input: ImportInput): Promise<ImportOutcome> {
  if (found.list === 'people') return importPeople(db, { ...input, records: input.records.map(withStaffNumber) });
  return found.list === 'exposures' ? importExposures(db, input) : importTeams(db, input);
}

/** The number under the name that the store has for it. */
function withStaffNumber({ line, record: { staffNumber, ...record } }: StaffRecord): StaffRecord {
  return { line, record: staffNumber === undefined ? record : { ...record, staff_number: staffNumber } };
}

/** What the reader of the file found wrong, with what the list itself would refuse besides: both are mended in one go. */
async function allFaults(db: Db, file: ReadFile, options: ImportOptions): Promise<RefusedLine[]> {
  const tried = await importList(db, file, { ...options, records: file.records, dryRun: true });
  const known = new Set(file.faults.map(({ line, field }) => `${line} ${field}`));
  const others = tried.ok ? [] : tried.faults.filter(({ line, field }) => !known.has(`${line} ${field}`));
  return [...file.faults.map(refusedLine), ...others].sort((one, other) => one.line - other.line);
}

function openQuestions({ questions, headings, found: { headingLine: line } }: ReadFile): RefusedLine[] {
  return questions.map(({ about, heading }) =>
    about === 'list'
      ? { line, field: headings.join(','), wrong: noList }
      : { line, field: heading ?? '', wrong: `this must be answered first: ${about}` },
  );
}

const noList =
  'this is neither a list of people (a column "email"), nor of exposures (a column "item"), nor of teams (a column "team" with routes, systems, sites or working time)';

function missingColumns({ missing, found: { headingLine: line } }: ReadFile): RefusedLine[] {
  return missing.map((field) => ({ line, field, wrong: `the column "${field}" is missing` }));
}
