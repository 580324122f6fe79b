import { z } from 'zod';
import { type ResultPeriod, resultPeriods } from '#core/results/result-period.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Tally } from '#server/results/tally.ts';

/** Results of a team are counted anew at this age, as a period ends later than it did; those that are this old are shown no longer. */
export const resultsRenewedAfterMs = 30 * 60_000;
const resultsShownForMs = 2 * resultsRenewedAfterMs;

/** What one team did, over each period that ends at `countedAt`. */
export type CountedResults = { tallies: Record<ResultPeriod, Tally>; countedAt: Instant };

/** `upToDate`: nobody has answered or read since. */
export type KeptResults = CountedResults & { upToDate: boolean };

const count = z.number().int().min(0);
const tally = z.object({ met: count, answered: count, asked: count, recalled: count, askedPeople: count });
const keptTallies = z.record(z.enum(resultPeriods), tally);

/** What is kept of these teams' results and may still be shown, by their ids. */
export async function readKeptResults(
  db: Db,
  teamIds: readonly number[],
  now: Instant,
): Promise<Map<number, KeptResults>> {
  if (teamIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('team_memory')
    .select(['team_id', 'changes', 'results', 'results_at', 'results_changes'])
    .where('team_id', 'in', teamIds)
    .where('results_at', '>', now - resultsShownForMs)
    .where('results_at', '<=', now)
    .execute();
  return new Map(
    rows.flatMap(({ team_id, changes, results, results_at, results_changes }): [number, KeptResults][] => {
      if (results === null || results_at === null) return [];
      // What another version kept in another form is as if it was never counted.
      const kept = keptTallies.safeParse(JSON.parse(results));
      const upToDate = changes === results_changes;
      return kept.success ? [[team_id, { tallies: kept.data, countedAt: results_at, upToDate }]] : [];
    }),
  );
}

/** Keeps a team's results beside what it remembers, with the count of its changes from before they were counted; of a team without a row nothing is kept. */
export async function keepResults(
  db: Db,
  teamId: number,
  changes: number,
  { tallies, countedAt }: CountedResults,
): Promise<void> {
  await db
    .updateTable('team_memory')
    .set({ results: JSON.stringify(tallies), results_at: countedAt, results_changes: changes })
    .where('team_id', '=', teamId)
    .execute();
}
