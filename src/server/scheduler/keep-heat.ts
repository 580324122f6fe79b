import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '#server/app-context.ts';
import { refreshBriefMemory } from '#server/brief/facts/kept-memory.ts';
import { refreshPlans } from '#server/desk/plan/refresh-plans.ts';
import { refreshHeat } from '#server/desk/refresh-heat.ts';
import { refreshResults } from '#server/desk/results/refresh-results.ts';
import { houseStore } from '#server/walls/read-wall.ts';

type Kept = Pick<AppContext, 'planner' | 'clock' | 'log' | 'stopping' | 'settings'>;

/** What the desk shows of a large organisation is older than an answer by this and the time that one round takes, at most. */
const restMs = 20_000;

/** Keeps the figures of the desk's overview fresh, round after round, until the app stops. Resolves then. */
export async function keepHeatFresh({ planner, clock, log, stopping, settings }: Kept): Promise<void> {
  while (!stopping.aborted) {
    try {
      await refreshHeat(planner, clock, stopping);
      // Plans are the longest work, and what a page can least do itself comes first.
      if (!stopping.aborted) await refreshBriefMemory(await houseStore(planner.db), settings.smallestTeam, clock());
      await refreshResults(planner.db, clock, stopping);
      await refreshPlans(planner, clock, stopping);
    } catch (err) {
      log.tell('figures-not-kept', { err });
    }
    await sleep(restMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
