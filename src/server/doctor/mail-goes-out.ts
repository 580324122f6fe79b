import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { keepBreaker, readBreaker } from '#server/outbox/breaker-store.ts';
import { mailHeldError } from '#server/outbox/mail-held-error.ts';
import { good, note, type Verdict } from './finding.ts';

/** Whether mail is held back. Once the server is good again, nobody has to sit out the rest of the wait. */
export async function mailGoesOut(db: Db, now: Instant, serverIsGood: boolean): Promise<Verdict> {
  const breaker = await readBreaker(db);
  if (!breaker) return good();
  if (!serverIsGood) throw mailHeldError(breaker);
  await keepBreaker(db, { ...breaker, nextTryAt: now });
  return note(
    `held back since ${sayInstant(breaker.since)} until now (${breaker.trouble}: ${breaker.reply}); the next minute tries one mail, and if it goes, the rest.`,
  );
}
