import { readSilentPeople } from '#server/bounces/silent-people.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn, turnWhenDue } from '#server/next-turn.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { teamsByMemory } from '#server/nudges/read-teams.ts';
import { type HeatFigures, heatFigures } from './heatmap.ts';
import { madeFrom, renewedAfterMs, summaryOf } from './kept-heat.ts';

/** Figures of one team as they are at an instant. */
export type ReckonedHeat = { teamId: number; figures: HeatFigures[] };

/** Teams whose figures are written together: a commit for each would take longer than its figures. */
const writtenTogether = 20;

/** Works out what these teams hold, one after the other, in pieces between which others have their turn. */
export async function* reckonHeat(
  { db, catalogue, weights }: Planner,
  teamIds: readonly number[],
  now: Instant,
): AsyncGenerator<ReckonedHeat, void, undefined> {
  const lessons = plannableLessons(catalogue);
  const giveTurn = turnWhenDue(() => performance.now());
  for await (const team of teamsByMemory(db, catalogue, teamIds, now)) {
    await giveTurn();
    const figures: HeatFigures[] = [];
    for (const entry of heatFigures(team, lessons, now, weights)) {
      figures.push(entry);
      await giveTurn();
    }
    yield { teamId: team.id, figures };
  }
}

/**
 * Keeps the figures of every team that has changed, was never reckoned, or was so a while ago, those that waited longest first. Returns how many
 * it reckoned. Ends early once it is told to stop; the next round goes on.
 */
export async function refreshHeat(planner: Planner, clock: () => Instant, stopping: AbortSignal): Promise<number> {
  const { db } = planner;
  await addRows(db);
  const source = await madeFrom(planner);
  const due = await dueTeams(db, source, clock());
  let reckoned = 0;
  for (let from = 0; from < due.length && !stopping.aborted; from += writtenTogether) {
    const some = due.slice(from, from + writtenTogether);
    const now = clock();
    const ids = some.map(({ team_id }) => team_id);
    const heat = await Array.fromAsync(reckonHeat(planner, ids, now));
    const silent = await silentIn(db, ids, now);
    const seen = new Map(some.map(({ team_id, changes }) => [team_id, changes]));
    await keep(db, heat, { seen, silent, now, source });
    reckoned += heat.length;
    await nextTurn();
  }
  return reckoned;
}

/** Rows are there before anything is reckoned: a change counts only in a row that is there. */
async function addRows(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('team')
    .leftJoin('team_memory', 'team_memory.team_id', 'team.id')
    .select('team.id')
    .where('team_memory.team_id', 'is', null)
    .where('team.ended_on', 'is', null)
    .execute();
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('team_memory')
      .values(rows.slice(from, from + 500).map(({ id }) => ({ team_id: id, figures: '[]', held: 0, made_from: '' })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

function dueTeams(db: Db, source: string, now: Instant): Promise<{ team_id: number; changes: number }[]> {
  return db
    .selectFrom('team_memory')
    .select(['team_id', 'changes'])
    .where((eb) =>
      eb.or([
        eb('reckoned_at', 'is', null),
        eb('changes', '!=', eb.ref('changes_seen')),
        eb('made_from', '!=', source),
        eb('reckoned_at', '<', now - renewedAfterMs),
        // A clock that was ahead has left rows that would stay for as long.
        eb('reckoned_at', '>', now),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('reckoned_at', eb.val(0)))
    .orderBy('team_id')
    .execute();
}

/** How many people of each team are perhaps not reached. A team at a time: asked of everybody it takes seconds. */
async function silentIn(db: Db, teamIds: readonly number[], now: Instant): Promise<Map<number, number>> {
  const counted = new Map<number, number>();
  for (const teamId of teamIds) {
    counted.set(teamId, (await readSilentPeople(db, { teamId }, now)).length);
    await nextTurn();
  }
  return counted;
}

type Reckoning = {
  seen: ReadonlyMap<number, number>;
  silent: ReadonlyMap<number, number>;
  now: Instant;
  source: string;
};

function keep(db: Db, heat: readonly ReckonedHeat[], { seen, silent, now, source }: Reckoning): Promise<void> {
  return db.transaction().execute(async (trx) => {
    for (const { teamId, figures } of heat)
      await trx
        .updateTable('team_memory')
        .set({
          figures: JSON.stringify(figures),
          ...summaryOf(figures),
          silent: silent.get(teamId) ?? 0,
          made_from: source,
          reckoned_at: now,
          changes_seen: seen.get(teamId) ?? 0,
        })
        .where('team_id', '=', teamId)
        .execute();
  });
}
