import { z } from 'zod';
import { nextNotice, nothingTold, type Told } from '#core/delivery/operator-notice.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import type { DeliveryOutcome } from '#server/mail/transport.ts';
import { operatorLetter } from './operator-letter.ts';
import type { PlainLetter } from './operator-route.ts';
import { readTroubles, standingOf } from './read-troubles.ts';

/** What writing to an operator needs of the app. */
export type OperatorDesk = {
  db: Db;
  log: Log;
  clock: () => Instant;
  siteUrl: string;
  send: (letter: PlainLetter) => Promise<DeliveryOutcome>;
};

const factName = 'operator-told';

const counted = z.object({ at: z.number(), size: z.number() }).nullable();
const toldSchema = z.object({
  held: z.object({ at: z.number(), since: z.number(), isOver: z.boolean(), waited: z.number() }).nullable(),
  unknown: counted,
  policy: counted,
});

/** A route that does not work is tried no more often than this. */
const afterFailureMs = 10 * 60_000;

/** Writes the letters that are due, over the operator's own route. What could not be sent is due again later; sending mail to readers waits for none of it. */
export function operatorTeller(desk: OperatorDesk): () => Promise<void> {
  let failedAt: Instant | null = null;
  return async () => {
    const now = desk.clock();
    if (failedAt !== null && Math.abs(now - failedAt) < afterFailureMs) return;
    failedAt = (await tellDue(desk, now)) ? null : now;
  };
}

/** `false` when the route failed. */
async function tellDue({ db, log, siteUrl, send }: OperatorDesk, now: Instant): Promise<boolean> {
  const troubles = await readTroubles(db, now);
  for (;;) {
    const before = await readTold(db);
    const { kind, told } = nextNotice(standingOf(troubles), before.told, now);
    const stored = JSON.stringify(told);
    if (kind === null && stored === before.stored) return true;
    // Before the letter leaves: of several senders on one store, one writes it.
    if (!(await keepTold(db, before.stored, stored))) return true;
    if (kind === null) continue;
    const outcome = await send(operatorLetter(kind, { troubles, told: before.told, now, siteUrl }));
    if (outcome.kind !== 'accepted') {
      log.tell('operator-not-told', { about: kind, reply: outcome.reply });
      await keepTold(db, stored, JSON.stringify(before.told));
      return false;
    }
    log.tell('operator-told', { about: kind });
  }
}

async function readTold(db: Db): Promise<{ told: Told; stored: string | null }> {
  const fact = await db.selectFrom('fact').select('value').where('name', '=', factName).executeTakeFirst();
  if (!fact) return { told: nothingTold, stored: null };
  return { told: toldSchema.safeParse(JSON.parse(fact.value)).data ?? nothingTold, stored: fact.value };
}

/** `false` when another sender was quicker. */
async function keepTold(db: Db, before: string | null, next: string): Promise<boolean> {
  if (before === null) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('fact')
      .values({ name: factName, value: next })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await db
    .updateTable('fact')
    .set({ value: next })
    .where('name', '=', factName)
    .where('value', '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
