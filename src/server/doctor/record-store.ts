import type { Db } from '#server/database/open-database.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import type { XapiStore } from '#server/setting-parts/xapi.ts';
import { tryStore } from '#server/xapi/lrs-client.ts';
import { readStorePause } from '#server/xapi/store-pause.ts';
import { counted, good, note, type Verdict, wrong } from './finding.ts';

/** Whether the learning record store is there and lets us in. */
export async function recordStoreReached(store: XapiStore): Promise<Verdict> {
  const trouble = await tryStore(store);
  return trouble === null
    ? good()
    : wrong(
        `The learning record store cannot be used: ${trouble}. Check XAPI_ENDPOINT (it ends before /statements), XAPI_KEY and XAPI_SECRET.`,
      );
}

/** What waits for it, and what it refused. */
export async function recordsTold(db: Db): Promise<Verdict> {
  const rows = await db
    .selectFrom('xapi_outbox')
    .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.count<number>('refused_at').as('refused')])
    .executeTakeFirstOrThrow();
  const refused = Number(rows.refused);
  const waiting = Number(rows.all) - refused;
  const pause = await readStorePause(db);
  if (pause)
    return wrong(
      `Nothing was taken since ${sayInstant(pause.since)}: "${pause.reply}". ${counted(waiting, 'statement waits', 'statements wait')}; the next try is at ${sayInstant(pause.until)}.`,
    );
  if (refused > 0) {
    const last = await db
      .selectFrom('xapi_outbox')
      .select(['id', 'reply'])
      .where('refused_at', 'is not', null)
      .orderBy('refused_at', 'desc')
      .executeTakeFirst();
    return note(
      `${counted(refused, 'statement was', 'statements were')} refused and set aside, for 90 days; the last one (${last?.id}): "${last?.reply}".`,
    );
  }
  return good(waiting > 0 ? `${counted(waiting, 'statement waits', 'statements wait')}.` : null);
}
