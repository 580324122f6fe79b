import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import type { XapiStore } from '#server/setting-parts/xapi.ts';
import { type LrsReply, postStatements } from './lrs-client.ts';
import { endPause, pauseStore, readStorePause } from './store-pause.ts';

export type SendingParts = { db: Db; log: Log; store: XapiStore; clock: () => Instant; stopping: AbortSignal };

type Waiting = { id: string; statement: string };

/** Statements in one request: stores take more, and a request that is refused is taken apart. */
const atATime = 50;

/**
 * Hands over what waits, the oldest first. A request is refused as a whole, so its statements then go one by one, and only the one that is wrong is set
 * aside. Where the store is away nothing is lost and nothing is tried until its pause is over.
 */
export async function sendStatements(parts: SendingParts): Promise<void> {
  const { db, clock, stopping } = parts;
  const pause = await readStorePause(db);
  if (pause && clock() < pause.until) return;
  while (!stopping.aborted) {
    const waiting = await db
      .selectFrom('xapi_outbox')
      .select(['id', 'statement'])
      .where('refused_at', 'is', null)
      .orderBy('made_at')
      .orderBy('id')
      .limit(atATime)
      .execute();
    if (waiting.length === 0 || !(await sendBatch(parts, waiting))) return;
  }
}

/** Whether sending may go on. */
async function sendBatch(parts: SendingParts, waiting: readonly Waiting[]): Promise<boolean> {
  const reply = await post(parts, waiting);
  if (reply.kind === 'trouble') return false;
  if (reply.kind === 'taken') return true;
  if (waiting.length > 1) {
    for (const one of waiting) if (parts.stopping.aborted || !(await sendBatch(parts, [one]))) return false;
    return true;
  }
  const [{ id } = { id: '' }] = waiting;
  await setAside(parts, id, reply.reply);
  return true;
}

async function post(parts: SendingParts, waiting: readonly Waiting[]): Promise<LrsReply> {
  const { db, log, store, clock } = parts;
  const reply = await postStatements(
    store,
    waiting.map(({ statement }) => statement),
  );
  if (reply.kind === 'trouble') {
    const pause = await pauseStore(db, reply.reply, reply.afterMs, clock());
    log.tell('xapi-paused', {
      reply: reply.reply,
      failures: pause.failures,
      nextTry: new Date(pause.until).toISOString(),
    });
    return reply;
  }
  const pause = await readStorePause(db);
  if (pause) {
    await endPause(db);
    log.tell('xapi-goes-on', { minutes: Math.round((clock() - pause.since) / 60_000) });
  }
  if (reply.kind === 'taken') {
    const ids = waiting.map(({ id }) => id);
    await db.deleteFrom('xapi_outbox').where('id', 'in', ids).execute();
    log.tell('xapi-sent', { statements: ids.length });
  }
  return reply;
}

async function setAside({ db, log, clock }: SendingParts, id: string, reply: string): Promise<void> {
  await db.updateTable('xapi_outbox').set({ refused_at: clock(), reply }).where('id', '=', id).execute();
  log.tell('xapi-refused', { statement: id, reply });
}
