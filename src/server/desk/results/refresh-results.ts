import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { countedOnTheSpot, countResults } from './kept-or-counted.ts';
import { keepResults, resultsRenewedAfterMs } from './kept-results.ts';

/** In a house of 20,000 somebody of each team always answers, and to count 80 teams is six seconds of a processor. */
const leastAgeMs = 5 * 60_000;

/**
 * Keeps the results of every team of which somebody has answered in the last minutes, or whose kept ones are old, as long as the house is one that needs them
 * kept. Returns how many it counted. Ends early once it is told to stop; the next round goes on.
 */
export async function refreshResults(db: Db, clock: () => Instant, stopping: AbortSignal): Promise<number> {
  if (!(await needsKept(db))) return 0;
  let counted = 0;
  for (const { team_id, changes } of await dueTeams(db, clock())) {
    if (stopping.aborted) break;
    await keepResults(db, team_id, changes, await countResults(db, team_id, clock()));
    counted += 1;
    await nextTurn();
  }
  return counted;
}

async function needsKept(db: Db): Promise<boolean> {
  const { people } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  return Number(people) > countedOnTheSpot;
}

/** Those that waited longest first. */
function dueTeams(db: Db, now: Instant): Promise<{ team_id: number; changes: number }[]> {
  return db
    .selectFrom('team_memory')
    .select(['team_id', 'changes'])
    .where((eb) =>
      eb.or([
        eb('results_at', 'is', null),
        eb('results_at', '<', now - resultsRenewedAfterMs),
        eb.and([eb('results_changes', '!=', eb.ref('changes')), eb('results_at', '<', now - leastAgeMs)]),
        // A clock that was ahead has left rows that would stay for as long.
        eb('results_at', '>', now),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('results_at', eb.val(0)))
    .orderBy('team_id')
    .execute();
}
