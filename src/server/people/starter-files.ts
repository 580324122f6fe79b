import type { Catalogue } from '#catalogue/catalogue.ts';
import { type TeamStarter, teamStarter } from '#catalogue/queries/team-starter.ts';
import type { TeamLinkKind } from '#core/exposure/exposure.ts';
import type { Db } from '#server/database/open-database.ts';
import { asCsv } from './as-csv.ts';
import { toStarterLine } from './exposure-row.ts';

/** What a team may start from: files that the import takes as they are, to strike lines from first. */
export type TeamStarterFiles = {
  team: string;
  /** What the lists rest on; null gives those of the team's roles alone. */
  sector: string | null;
  /** Items of the first file; none, and the file is empty. */
  items: number;
  files: { 'exposures.csv': string; 'teams.csv': string };
};

/** The files for a team to start from; null when there is no such team. */
export async function readTeamStarter(db: Db, catalogue: Catalogue, teamId: number): Promise<TeamStarterFiles | null> {
  const team = await db.selectFrom('team').select(['name', 'sector']).where('id', '=', teamId).executeTakeFirst();
  if (!team) return null;
  const people = await db.selectFrom('person').select('role').where('team_id', '=', teamId).execute();
  const items = await db.selectFrom('exposure').select(['name', 'input']).where('team_id', '=', teamId).execute();
  const links = await db.selectFrom('team_link').selectAll().where('team_id', '=', teamId).orderBy('word').execute();
  const words = (kind: TeamLinkKind) => links.filter((link) => link.kind === kind).map(({ word }) => word);
  const starter = teamStarter(catalogue, {
    sector: team.sector,
    roles: people.map(({ role }) => role),
    items,
    routes: words('route'),
    systems: words('system'),
  });
  return { team: team.name, sector: team.sector, items: starter.items.length, files: filesOf(team.name, starter) };
}

function filesOf(team: string, { items, routes, systems }: TeamStarter): TeamStarterFiles['files'] {
  return {
    'exposures.csv': asCsv(items.map((item) => toStarterLine(item, team))),
    'teams.csv': asCsv([{ team, routes: routes.join('; '), systems: systems.join('; ') }]),
  };
}
