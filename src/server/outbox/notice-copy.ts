import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { SentMarks } from '#server/database/sent-mark.ts';
import { keepLife, newLife, readErasedUpTo, readLife } from '#server/database/store-life.ts';
import { type MailPause, pauseMail, readPause } from './mail-pause.ts';

/**
 * Whether mail is paused, after a look at whether the store is the one that sent from this folder last; if it is not, it is paused now. A crash at
 * any place leaves the mark behind the store, and a healthy store is never paused.
 */
export async function noticeCopy(db: Db, marks: SentMarks, now: Instant): Promise<MailPause | null> {
  const known = await readPause(db);
  if (known) return known;
  const life = await readLife(db);
  if (!(await isCopy(db, marks, life))) {
    if (life === null) await beginLife(db, marks);
    else if (marks.read(life) === 'missing') marks.begin(life);
    return null;
  }
  const pause: MailPause = { why: 'copied', since: now, madeAt: null, before: [] };
  await pauseMail(db, pause);
  return pause;
}

/** The mark comes first: a store that knows its life and misses its mark is a copy. */
export async function beginLife(db: Db, marks: SentMarks): Promise<void> {
  const life = newLife();
  marks.begin(life);
  await keepLife(db, life);
}

async function isCopy(db: Db, marks: SentMarks, life: string | null): Promise<boolean> {
  // From before there were lives: it is right here, unless one that had a life has sent from here.
  if (life === null) return marks.isAnySent();
  const sent = marks.read(life);
  if (sent === 'blank') return false;
  if (sent === 'missing') return isAnySent(db);
  const row = await db
    .selectFrom('message')
    .select(['attempt', 'state'])
    .where('id', '=', sent.message)
    .executeTakeFirst();
  if (!row) return (await largestEver(db)) < sent.message;
  return row.attempt < sent.attempt || (row.attempt === sent.attempt && row.state === 'claimed');
}

async function isAnySent(db: Db): Promise<boolean> {
  const sent = await db
    .selectFrom('message')
    .select('id')
    .where('message_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return sent !== undefined;
}

/** The largest id of any message the store has held, erased ones too. */
async function largestEver(db: Db): Promise<number> {
  const { largest } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.max('id').as('largest'))
    .executeTakeFirstOrThrow();
  return Math.max(Number(largest ?? 0), await readErasedUpTo(db));
}
