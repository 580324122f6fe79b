import type { Trouble } from '#core/delivery/judge-reply.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Log } from '#server/log/log.ts';
import type { LogFields } from '#server/log/log-events.ts';
import type { DeliveryOutcome } from '#server/mail/transport.ts';
import type { MessageInBrief } from './outbox.ts';
import type { Recovered } from './recover.ts';

/** What a log says of a message and the attempt to send it: its numbers. */
export function attemptAt({ id, person_id, purpose, attempt }: MessageInBrief): LogFields['message-accepted'] {
  return { message: id, person: person_id, purpose, attempt };
}

/** One line for what became of an attempt. */
export function tellOutcome(log: Log, message: MessageInBrief, outcome: DeliveryOutcome): void {
  const attempt = attemptAt(message);
  const { reply } = outcome;
  switch (outcome.kind) {
    case 'accepted':
      log.tell('message-accepted', attempt);
      return;
    case 'deferred':
      log.tell('message-deferred', { ...attempt, trouble: outcome.trouble, reply });
      return;
    case 'unknown':
      log.tell('message-unknown', { ...attempt, reply });
      return;
    case 'failed':
      log.tell('message-refused', { ...attempt, refused: outcome.refused, reply });
  }
}

/** What was found of a sender that died, or lost its lease. */
export function tellRecovered(log: Log, { unsent, unknown }: Recovered): void {
  for (const message of unsent) log.tell('message-taken-back', attemptAt(message));
  for (const message of unknown) log.tell('message-abandoned', attemptAt(message));
}

export function tellExpired(log: Log, expired: readonly MessageInBrief[]): void {
  for (const { id, person_id, purpose } of expired)
    log.tell('message-expired', { message: id, person: person_id, purpose });
}

/** A trainer who waits for a link sees nothing of a breaker, so the log says it. */
export async function tellWaitingLetters(db: Db, log: Log, trouble: Trouble): Promise<void> {
  const { letters } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('letters'))
    .where('purpose', '=', 'sign-in')
    .where('state', 'in', ['queued', 'deferred'])
    .executeTakeFirstOrThrow();
  if (letters > 0) log.tell('letters-wait', { letters, trouble });
}
