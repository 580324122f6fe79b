import type { Db } from '#server/database/open-database.ts';
import { noteChangeOfAll } from '#server/database/team-changes.ts';
import { headingsOf } from './csv-table.ts';
import { importExposures } from './import-exposures.ts';
import type { ImportInput, ImportOutcome } from './import-outcome.ts';
import { importPeople } from './import-people.ts';
import { importTeams } from './import-teams.ts';
import { teamColumns } from './team-row.ts';

/**
 * Takes people.csv (has a column `email`), exposures.csv (has a column `item`) or teams.csv (has `team` and any other column of a team)
 * into the store: new lines are added, known ones (by address, by team and item, by team) brought up to date. Any fault in any line, and
 * nothing is saved. What is saved is saved some lines at a time; an import that breaks off is finished by importing the file again.
 */
export async function importCsv(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const outcome = await importTable(db, input);
  if (outcome.ok && !input.dryRun) await noteChangeOfAll(db);
  return outcome;
}

async function importTable(db: Db, input: ImportInput): Promise<ImportOutcome> {
  const headings = headingsOf(input.text);
  if (headings.includes('email')) return importPeople(db, input);
  if (headings.includes('item')) return importExposures(db, input);
  if (headings.includes('team') && teamColumns.some((column) => headings.includes(column)))
    return importTeams(db, input);
  const wrong =
    'this is neither a list of people (a column "email"), nor of exposures (a column "item"), nor of teams (a column "team" with routes, systems, sites or working time)';
  return { ok: false, faults: [{ line: 1, field: headings.join(','), wrong }] };
}
