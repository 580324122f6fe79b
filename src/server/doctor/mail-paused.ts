import type { Db } from '#server/database/open-database.ts';
import { mailPausedError } from '#server/outbox/mail-held-error.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { good, type Verdict } from './finding.ts';

/** Only a look: whether the store is a copy is found out by what would send from it. */
export async function mailPaused(db: Db): Promise<Verdict> {
  const pause = await readPause(db);
  if (pause) throw mailPausedError(pause);
  return good();
}
