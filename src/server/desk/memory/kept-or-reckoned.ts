import type { Instant } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import type { HeatFigures } from '../heatmap.ts';
import { type KeptHeat, readKeptHeat } from '../kept-heat.ts';
import { reckonHeat } from '../refresh-heat.ts';

/** People whose teams' figures may be worked out while somebody waits for the page: some hundredths of a second. */
const peopleOnTheSpot = 250;

export type Heat = Pick<KeptHeat, 'reckonedAt' | 'upToDate'> & { figures: readonly HeatFigures[] };

/** What these teams hold, by their ids. What is kept is read; what has changed since is reckoned now, as long as it is little. */
export async function heatOf(planner: Planner, teamIds: readonly number[], now: Instant): Promise<Map<number, Heat>> {
  const heat = new Map<number, Heat>(await readKeptHeat(planner, teamIds, now));
  const behind = await withinReach(
    planner,
    teamIds.filter((id) => heat.get(id)?.upToDate !== true),
  );
  for await (const { teamId, figures } of reckonHeat(planner, behind, now))
    heat.set(teamId, { figures, reckonedAt: now, upToDate: true });
  return heat;
}

/** As many of these teams as can be reckoned while somebody waits. */
async function withinReach({ db }: Planner, teamIds: readonly number[]): Promise<number[]> {
  if (teamIds.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .select((eb) => ['team_id', eb.fn.countAll<number>().as('count')])
    .where('team_id', 'in', teamIds)
    .groupBy('team_id')
    .execute();
  const people = new Map(rows.map(({ team_id, count }) => [team_id, count]));
  let room = peopleOnTheSpot;
  return teamIds.filter((id) => {
    const size = people.get(id) ?? 0;
    if (size > room) return false;
    room -= size;
    return true;
  });
}
