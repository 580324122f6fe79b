import type { TeamLinkKind } from '#core/exposure/exposure.ts';
import type { Db } from '#server/database/open-database.ts';
import { asCsv } from './as-csv.ts';
import { asWorkbook } from './as-workbook.ts';
import { toExposureLine } from './exposure-row.ts';
import { toPersonLine } from './person-row.ts';
import { toTeamLine } from './team-row.ts';

/** Three files that the import takes back: change a line, and take it in again. */
export type ExportedProfiles = { 'people.csv': string; 'teams.csv': string; 'exposures.csv': string };

/** Everything a trainer keeps about teams, as it can be edited: no answers, no memory, no addresses of anybody but the people themselves and the trainers of single teams. */
export async function exportProfiles(db: Db): Promise<ExportedProfiles> {
  return {
    'people.csv': asCsv(await peopleLines(db)),
    'teams.csv': asCsv(await teamLines(db)),
    'exposures.csv': asCsv(await exposureLines(db)),
  };
}

/** The same as workbooks, which a spreadsheet gives back as it got them. */
export async function exportWorkbooks(db: Db): Promise<Record<string, Uint8Array>> {
  return {
    'people.xlsx': await asWorkbook('people', await peopleLines(db)),
    'teams.xlsx': await asWorkbook('teams', await teamLines(db)),
    'exposures.xlsx': await asWorkbook('exposures', await exposureLines(db)),
  };
}

async function peopleLines(db: Db) {
  const rows = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .selectAll('person')
    .select('team.name as team')
    .orderBy('person.id')
    .execute();
  return rows.map(({ team, ...row }) => toPersonLine(row, team));
}

async function teamLines(db: Db) {
  const teams = await db
    .selectFrom('team')
    .selectAll()
    .where((eb) => eb.or([eb('name_key', 'is not', null), eb('ended_on', 'is', null)]))
    .orderBy('id')
    .execute();
  const links = await db.selectFrom('team_link').selectAll().orderBy('word').execute();
  const trainers = await db.selectFrom('team_trainer').selectAll().orderBy('email').execute();
  return teams.map((team) => {
    const own = links.filter((link) => link.team_id === team.id);
    const words = (kind: TeamLinkKind) => own.filter((link) => link.kind === kind).map((link) => link.word);
    return toTeamLine(
      team,
      words,
      trainers.filter(({ team_id }) => team_id === team.id).map(({ email }) => email),
    );
  });
}

async function exposureLines(db: Db) {
  const rows = await db
    .selectFrom('exposure')
    .innerJoin('team', 'team.id', 'exposure.team_id')
    .selectAll('exposure')
    .select('team.name as team')
    .orderBy('exposure.id')
    .execute();
  return rows.map(({ team, ...row }) => toExposureLine(row, team));
}
