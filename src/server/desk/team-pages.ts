import type { Db } from '#server/database/open-database.ts';

/** Teams on a page of the desk that plans for each of them: as many as somebody waits for. */
export const teamsOnPage = 8;

export type NamedTeam = { id: number; name: string; mailTime: string; zone: string };

export type TeamsAsked = {
  /** The teams that whoever asks may see. */
  teamIds: readonly number[];
  /** A part of a team's name; empty is any. */
  find: string;
  /** From 1. One that is not there is the nearest. */
  page: number;
};

/** Which page it is, and how many teams were found of all that may be shown. */
export type TeamPage = { found: number; all: number; page: number; pages: number };

/** The teams asked for, on all pages, by their ids. */
export async function findTeams(db: Db, { teamIds, find }: TeamsAsked): Promise<NamedTeam[]> {
  const shown = new Set(teamIds);
  const part = find.trim().toLowerCase();
  const rows = await db
    .selectFrom('team')
    .select(['id', 'name', 'mail_time as mailTime', 'zone'])
    .orderBy('id')
    .execute();
  return rows.filter(({ id, name }) => shown.has(id) && name.toLowerCase().includes(part));
}

/** Those of one page, in the order in which all are. */
export function pageOf(
  teams: readonly NamedTeam[],
  { teamIds, page: asked }: TeamsAsked,
  perPage: number,
): TeamPage & { onPage: NamedTeam[] } {
  const pages = Math.max(1, Math.ceil(teams.length / perPage));
  const page = Math.min(Math.max(1, asked), pages);
  const onPage = teams.slice((page - 1) * perPage, page * perPage);
  return { onPage, found: teams.length, all: teamIds.length, page, pages };
}
