import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import { renewLeases } from './claims.ts';

/** Several renewals may fail before a lease of 40 seconds passes. */
export const renewalMs = 10_000;

/** Does something again and again until it is told to stop. */
export type Every = (ms: number, work: () => Promise<void>) => { stop: () => void };

/** A timer of this process, which keeps nobody from ending it. Work that takes longer than the pause between is not begun twice. */
export const everyOnTimer: Every = (ms, work) => {
  let working = false;
  const timer = setInterval(async () => {
    if (working) return;
    working = true;
    await work();
    working = false;
  }, ms);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};

/**
 * For as long as `act` takes, renews what `worker` holds, since a final dot may be answered after ten minutes, and takes over what others no longer
 * renew. What the store refuses once is left to the next time; if it refuses each, others take the mails over, and what this worker then writes is not believed.
 */
export async function keepingLeases<T>(
  { db, log, worker, every }: { db: Db; log: Log; worker: string; every: Every },
  leaseClock: () => Instant,
  takeOver: () => Promise<void>,
  act: () => Promise<T>,
): Promise<T> {
  const renewing = every(renewalMs, async () => {
    try {
      await renewLeases(db, worker, leaseClock());
      await takeOver();
    } catch (err) {
      log.tell('lease-not-renewed', { err });
    }
  });
  try {
    return await act();
  } finally {
    renewing.stop();
  }
}
