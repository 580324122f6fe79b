import { dayMs } from '#core/memory/forgetting-curve.ts';
import { keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { cutInvitations } from '#server/desk/suppliers/refusals.ts';
import { type DataPlace, finishErasures, wantScrub } from '#server/erasure/erase-everywhere.ts';
import type { Log } from '#server/log/log.ts';
import { cutOldFiles } from '#server/people/imports/import-rows.ts';
import type { KeepSettings } from '#server/setting-parts/privacy.ts';
import { type Cut, cutOld } from './cut-old.ts';
import { cutoffsAt } from './periods.ts';

export type Tidied = {
  place: DataPlace;
  keep: KeepSettings;
  log: Log;
  clock: () => Instant;
  stopping: AbortSignal;
  /** While a store was put back and not resumed, what it holds is still to be compared with the one it replaced. */
  isPaused: () => Promise<boolean>;
};

const factName = 'retention-last';

/** When what is old was last cut; `null` when it never was. */
export async function readLastRetention(db: Db): Promise<Instant | null> {
  const text = await readFact(db, factName);
  return text === null ? null : Number(text);
}

/** A minute's tidying: finishes erasures, takes away lists that nobody took in, and once a day cuts what has been kept for its time. What fails is told, and tried again. */
export async function keepTidy(tidied: Tidied): Promise<void> {
  const { place, log, clock, isPaused } = tidied;
  try {
    const finished = await finishErasures(place, clock());
    if (finished) {
      const { others, scrubbed } = finished;
      const unreadable = others.filter(({ erased }) => erased === 'unreadable').length;
      log.tell('files-scrubbed', { scrubbed, stores: others.length, unreadable });
    }
    await cutOldFiles(place.db, clock());
    if ((await isPaused()) || !(await isDue(place.db, clock()))) return;
    const { people, answers, mails, ...rest } = await runRetention(tidied);
    const others = Object.values(rest).reduce((sum, count) => sum + count, 0);
    log.tell('retention-done', { people, answers, mails, others });
  } catch (err) {
    log.tell('retention-failed', { err });
  }
}

async function isDue(db: Db, now: Instant): Promise<boolean> {
  const last = await readLastRetention(db);
  return last === null || now - last >= dayMs || now < last;
}

/** Cuts what is old, whether or not that was done today. */
export async function runRetention({ place, keep, clock, stopping }: Omit<Tidied, 'log' | 'isPaused'>): Promise<Cut> {
  const now = clock();
  const cut = await cutOld(place, cutoffsAt(keep, now), now, stopping);
  await cutInvitations(place.db, now);
  if (!stopping.aborted) await keepFact(place.db, factName, String(now));
  // Writing the file anew takes as long as it is large: for a name, and not for answers, which are overwritten as they are deleted.
  if (cut.people > 0) await wantScrub(place.db, now);
  return cut;
}
