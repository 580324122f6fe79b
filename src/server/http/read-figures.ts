import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { MailTally } from '#server/log/tally-mail.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';
import { readLastTick } from '#server/outbox/last-tick.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { overdueMail } from '#server/outbox/waiting-mail.ts';
import type { Figures } from './metrics-text.ts';

/** Messages by state, people, answers, and how the work goes. No names. */
export async function readFigures(db: Db, mails: MailTally, now: Instant): Promise<Figures> {
  const states = await db
    .selectFrom('message')
    .select('state')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('state')
    .execute();
  const breaker = await readBreaker(db);
  const due = await overdueMail(db, now, now);
  return {
    states: new Map(states.map(({ state, count }) => [state, count])),
    trouble: breaker?.trouble ?? null,
    paused: (await readPause(db))?.why ?? null,
    mails,
    lastTick: await readLastTick(db),
    oldestDueMs: due ? now - due.since : 0,
    people: await countOf(db, 'person'),
    answers: await countOf(db, 'answer'),
  };
}

async function countOf(db: Db, table: 'person' | 'answer'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
