import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { type HeatRow, rulesIn } from '../heatmap.ts';
import { readSummaries } from '../kept-heat.ts';
import { findTeams, type NamedTeam, pageOf, type TeamPage, type TeamsAsked } from '../team-pages.ts';
import { heatOf } from './kept-or-reckoned.ts';
import { readGroups } from './team-groups.ts';
import { arranged, type MemoryGrouping, type MemoryOrder, rankOf, type TeamGroup } from './team-order.ts';

/** Teams in one picture: as many narrow columns as a wide window holds beside the lessons, and what bounds its bytes. */
export const teamsInPicture = 40;

export type PictureAsked = TeamsAsked & {
  order: MemoryOrder;
  grouping: MemoryGrouping;
  /** Teams whose warmth may not be told, not even by their place. */
  unranked: readonly number[];
};

export type MemoryPicture = TeamPage & {
  /** Of this page, in order. */
  groups: TeamGroup<NamedTeam>[];
  rows: HeatRow[];
  /** Teams of this page of which nothing was reckoned yet; they follow within a minute. */
  waiting: NamedTeam[];
  /** The figures are at least as new as this. */
  asOf: Instant;
  /** Whether one of them is older than what was answered since. */
  behind: boolean;
};

/** One page of teams with what they hold of each lesson. What orders them is kept; figures are read of this page alone. */
export async function readPicture(
  planner: Planner,
  spoken: Catalogue,
  { unranked, order, grouping, ...asked }: PictureAsked,
  now: Instant,
): Promise<MemoryPicture> {
  const { db } = planner;
  const found = await findTeams(db, asked);
  const summaries = await readSummaries(planner);
  for (const id of unranked) summaries.delete(id);
  const ids = found.map(({ id }) => id);
  const groupOf = await readGroups(db, spoken, ids, grouping);
  const inGroups = arranged(
    found,
    ({ id }) => rankOf(order, summaries.get(id)),
    ({ id }) => groupOf.get(id) ?? null,
  );
  const inOrder = inGroups.flatMap(({ teams }) => teams);
  const { onPage, ...page } = pageOf(inOrder, asked, teamsInPicture);
  const shown = new Set(onPage);
  const heat = await heatOf(
    planner,
    onPage.map(({ id }) => id),
    now,
  );
  const withRules = rulesIn(spoken);
  const known = onPage.flatMap((team) => {
    const entry = heat.get(team.id);
    return entry ? [{ ...entry, row: { teamId: team.id, teamName: team.name, cells: withRules(entry.figures) } }] : [];
  });
  return {
    groups: inGroups.flatMap(({ name, teams }) => {
      const some = teams.filter((team) => shown.has(team) && heat.has(team.id));
      return some.length > 0 ? [{ name, teams: some }] : [];
    }),
    rows: known.map(({ row }) => row),
    waiting: onPage.filter(({ id }) => !heat.has(id)),
    asOf: Math.min(now, ...known.map(({ reckonedAt }) => reckonedAt)),
    behind: known.some(({ upToDate }) => !upToDate),
    ...page,
  };
}
