import { stringify } from 'csv-stringify/sync';
import type { Db } from '#server/database/open-database.ts';

/** Three files that the import takes back: change a line, and take it in again. */
export type ExportedProfiles = { 'people.csv': string; 'teams.csv': string; 'exposures.csv': string };

/** Everything a trainer keeps about teams, as it can be edited: no answers, no memory, no addresses of anybody but the people themselves. */
export async function exportProfiles(db: Db): Promise<ExportedProfiles> {
  return {
    'people.csv': asCsv(await peopleLines(db)),
    'teams.csv': asCsv(await teamLines(db)),
    'exposures.csv': asCsv(await exposureLines(db)),
  };
}

type Line = Record<string, string | number | null>;

/** A cell that begins like a formula would be run by a spreadsheet, so it is written as text. */
function asCsv(lines: readonly Line[]): string {
  return stringify([...lines], { header: true, escape_formulas: true });
}

async function peopleLines(db: Db): Promise<Line[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .selectAll('person')
    .select('team.name as team')
    .orderBy('person.id')
    .execute();
  return rows.map(({ team, name, email, role, zone, joined_year, leaves_on, language, pace, shifts, holidays }) => ({
    team,
    name,
    email,
    role,
    zone,
    joined: joined_year,
    leaves: leaves_on,
    language,
    pace,
    shifts,
    holidays,
  }));
}

async function teamLines(db: Db): Promise<Line[]> {
  const teams = await db.selectFrom('team').selectAll().orderBy('id').execute();
  const links = await db.selectFrom('team_link').selectAll().orderBy('word').execute();
  const words = (teamId: number, kind: string) =>
    links
      .filter((link) => link.team_id === teamId && link.kind === kind)
      .map((link) => link.word)
      .join('; ');
  return teams.map(({ id, name, zone, sector, mail_time, work_week, shifts, quiet_from, quiet_to, holidays }) => ({
    team: name,
    zone,
    sector,
    mail_time,
    work_week,
    shifts,
    quiet: quiet_from && quiet_to ? `${quiet_from}-${quiet_to}` : null,
    holidays,
    routes: words(id, 'route'),
    systems: words(id, 'system'),
    sites: words(id, 'site'),
  }));
}

async function exposureLines(db: Db): Promise<Line[]> {
  const rows = await db
    .selectFrom('exposure')
    .innerJoin('team', 'team.id', 'exposure.team_id')
    .selectAll('exposure')
    .select('team.name as team')
    .orderBy('exposure.id')
    .execute();
  return rows.map(({ id: _, team_id: __, team, name, tiers_mapped, ...rest }) => {
    const { input, origin, share, suppliers, stock_days, recovery_days, alternative, ...answers } = rest;
    const figures = { input, origin, share, suppliers, stock_days, recovery_days, alternative };
    return { team, item: name, ...figures, tiers: tiers_mapped, ...answers };
  });
}
