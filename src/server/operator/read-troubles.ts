import type { OpenBreaker } from '#core/delivery/breaker.ts';
import type { Standing } from '#core/delivery/operator-notice.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';

/** What an operator may have to be told of just now, as numbers of mails. */
export type Troubles = {
  breaker: OpenBreaker | null;
  /** Due, and not gone. */
  waiting: number;
  /** Nobody knows whether they arrived. */
  unknown: number;
  /** Refused, or reported to be, in the last day for what servers think of us and not of an address (5.7.x). */
  policy: number;
};

/** One or the other is refused by somebody's filter every day. */
const fewestForPolicy = 5;

export async function readTroubles(db: Db, now: Instant): Promise<Troubles> {
  const messages = () => db.selectFrom('message').select((eb) => eb.fn.countAll<number>().as('count'));
  const waiting = messages().where('state', 'in', ['planned', 'queued', 'deferred']).where('due_at', '<=', now);
  // One that was put off has its next try as its time.
  const putOff = messages().where('state', '=', 'deferred').where('due_at', '>', now);
  const unknown = messages().where('state', '=', 'held');
  const policy = messages()
    .where('state', '=', 'failed')
    .where('due_at', '>', now - dayMs)
    .where((eb) => eb.or([eb('reply', 'like', '5__ 5.7.%'), eb('reply', 'like', '5__-5.7.%')]));
  const reported = db
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('verdict', '=', 'policy')
    .where('told_at', '>', now - dayMs);
  const queries = [waiting, putOff, unknown, policy, reported];
  const counts = await Promise.all(queries.map((query) => query.executeTakeFirstOrThrow()));
  const [due = 0, later = 0, held = 0, refused = 0, cameBack = 0] = counts.map(({ count }) => count);
  return { breaker: await readBreaker(db), waiting: due + later, unknown: held, policy: refused + cameBack };
}

export function standingOf({ breaker, waiting, unknown, policy }: Troubles): Standing {
  return { heldSince: breaker?.since ?? null, waiting, unknown, policy: policy < fewestForPolicy ? 0 : policy };
}
