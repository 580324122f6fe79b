import type { Db } from '#server/database/open-database.ts';
import type { SentMarks } from '#server/database/sent-mark.ts';
import type { Log } from '#server/log/log.ts';
import { type MailPause, readPause } from './mail-pause.ts';
import { noticeCopy } from './notice-copy.ts';

/** Looks until one look has succeeded, and tells what it found; from then on the store says whether mail is paused. */
export function mindCopy(db: Db, marks: SentMarks, log: Log, clock: () => number): () => Promise<MailPause | null> {
  let looked = false;
  return async () => {
    if (looked) return readPause(db);
    const pause = await noticeCopy(db, marks, clock());
    looked = true;
    if (pause) log.tell('mail-paused', { why: pause.why, since: new Date(pause.since).toISOString() });
    return pause;
  };
}
