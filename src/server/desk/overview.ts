import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { type HeatFigures, type HeatRow, rulesIn } from './heatmap.ts';
import { type KeptHeat, readHeld, readKeptHeat } from './kept-heat.ts';
import { reckonHeat } from './refresh-heat.ts';
import { findTeams, type NamedTeam, pageOf, type TeamPage, type TeamsAsked, teamsOnPage } from './team-pages.ts';

/** People whose teams' figures may be worked out while somebody waits for the page: some hundredths of a second. */
const peopleOnTheSpot = 250;

export type OverviewTeam = NamedTeam & { people: number; items: number };

export type Overview = TeamPage & {
  /** Of this page: all, as long as they fit; else the coldest first. */
  teams: OverviewTeam[];
  rows: HeatRow[];
  /** Teams of this page of which nothing was reckoned yet; they follow within a minute. */
  waiting: OverviewTeam[];
  /** The figures are at least as new as this. */
  asOf: Instant;
  /** Whether one of them is older than what was answered since. */
  behind: boolean;
};

export type OverviewAsked = TeamsAsked & {
  /** Teams whose warmth may not be told, not even by their place. */
  unranked: readonly number[];
};

/** The teams of one page of the overview with what they hold. What is kept is read; what has changed since is reckoned now, as long as it is little. */
export async function readOverview(
  planner: Planner,
  spoken: Catalogue,
  { unranked, ...asked }: OverviewAsked,
  now: Instant,
): Promise<Overview> {
  const found = await findTeams(planner.db, asked);
  const inOrder = found.length > teamsOnPage ? coldestFirst(found, await readHeldBut(planner, unranked)) : found;
  const { onPage, ...page } = pageOf(inOrder, asked);
  const teams = await withCounts(planner, onPage);
  const heat = await heatOf(planner, teams, now);
  const withRules = rulesIn(spoken);
  const shown = teams.flatMap((team) => {
    const entry = heat.get(team.id);
    return entry ? [{ ...entry, row: { teamId: team.id, teamName: team.name, cells: withRules(entry.figures) } }] : [];
  });
  return {
    teams,
    rows: shown.map(({ row }) => row),
    waiting: teams.filter(({ id }) => !heat.has(id)),
    asOf: Math.min(now, ...shown.map(({ reckonedAt }) => reckonedAt)),
    behind: shown.some(({ upToDate }) => !upToDate),
    ...page,
  };
}

async function readHeldBut(planner: Planner, unranked: readonly number[]): Promise<Map<number, number>> {
  const held = await readHeld(planner);
  for (const id of unranked) held.delete(id);
  return held;
}

/** Those of which nothing may be told or is known yet come last. */
function coldestFirst(teams: readonly NamedTeam[], held: ReadonlyMap<number, number>): NamedTeam[] {
  const unknown = 2;
  return teams.toSorted((a, b) => (held.get(a.id) ?? unknown) - (held.get(b.id) ?? unknown) || a.id - b.id);
}

async function withCounts({ db }: Planner, teams: readonly NamedTeam[]): Promise<OverviewTeam[]> {
  if (teams.length === 0) return [];
  const ids = teams.map(({ id }) => id);
  const count = (table: 'person' | 'exposure') =>
    db
      .selectFrom(table)
      .select((eb) => ['team_id', eb.fn.countAll<number>().as('count')])
      .where('team_id', 'in', ids)
      .groupBy('team_id')
      .execute();
  const [people, items] = [await count('person'), await count('exposure')].map(
    (rows) => new Map(rows.map((row) => [row.team_id, row.count])),
  );
  return teams.map((team) => ({ ...team, people: people?.get(team.id) ?? 0, items: items?.get(team.id) ?? 0 }));
}

type Heat = Pick<KeptHeat, 'reckonedAt' | 'upToDate'> & { figures: readonly HeatFigures[] };

async function heatOf(planner: Planner, teams: readonly OverviewTeam[], now: Instant): Promise<Map<number, Heat>> {
  const ids = teams.map(({ id }) => id);
  const heat = new Map<number, Heat>(await readKeptHeat(planner, ids, now));
  const behind = withinReach(teams.filter(({ id }) => heat.get(id)?.upToDate !== true));
  if (behind.length === 0) return heat;
  for await (const { teamId, figures } of reckonHeat(planner, behind, now))
    heat.set(teamId, { figures, reckonedAt: now, upToDate: true });
  return heat;
}

/** As many of these teams as can be reckoned while somebody waits. */
function withinReach(teams: readonly OverviewTeam[]): number[] {
  let room = peopleOnTheSpot;
  return teams.flatMap(({ id, people }) => {
    if (people > room) return [];
    room -= people;
    return [id];
  });
}
