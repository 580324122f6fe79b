import { beginOf } from '#core/results/result-period.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { readMeetings } from '#server/results/read-meetings.ts';
import { tallyOf } from '#server/results/tally.ts';
import { withinReach } from '../within-reach.ts';
import { type CountedResults, readKeptResults } from './kept-results.ts';

/** People whose teams' results may be counted while somebody waits for the page: with five years of mail each, less than a tenth of a second. */
export const countedOnTheSpot = 250;

/**
 * What these teams did, by their ids. What was kept is read; of teams of whom somebody has answered since, as many are counted now as there is time for, and the
 * others are as of when they say. What is not kept is counted all the same.
 */
export async function resultsOf(
  db: Db,
  teamIds: readonly number[],
  now: Instant,
): Promise<Map<number, CountedResults>> {
  const kept = await readKeptResults(db, teamIds, now);
  const behind = teamIds.filter((id) => kept.get(id)?.upToDate !== true);
  const onTheSpot = await withinReach(db, behind, countedOnTheSpot);
  const results = new Map<number, CountedResults>(kept);
  for (const id of behind) {
    if (results.has(id) && !onTheSpot.has(id)) continue;
    results.set(id, await countResults(db, id, now));
    await nextTurn();
  }
  return results;
}

/** Counts what a team did from every meeting that is still kept. */
export async function countResults(db: Db, teamId: number, now: Instant): Promise<CountedResults> {
  const meetings = await readMeetings(db, { teamId });
  const over = (period: Parameters<typeof beginOf>[0]) => tallyOf(meetings, beginOf(period, now));
  return { tallies: { quarter: over('quarter'), year: over('year'), all: over('all') }, countedAt: now };
}
