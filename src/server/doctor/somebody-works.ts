import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { readLastTick } from '#server/outbox/last-tick.ts';
import { good, note, type Verdict } from './finding.ts';

/** A minute's work of many teams takes minutes, and a silent mail server may hold one up for ten. */
const patienceMs = 15 * 60_000;

/** Whether somebody plans and sends, here or on another machine; `pid` is the process that holds this machine's data folder. */
export async function somebodyWorks(db: Db, now: Instant, pid: number | 'unknown' | null): Promise<Verdict> {
  const tick = await readLastTick(db);
  if (tick !== null && now - tick <= patienceMs) return good();
  const since =
    tick === null ? 'nobody has planned or sent yet' : `nobody has planned or sent since ${sayInstant(tick)}`;
  if (pid === null)
    return note(`${since}. Start Nodomoto (systemctl start nodomoto, or npm start); what is due waits until then.`);
  return note(
    `${since}, though process ${pid} has this data folder. It may be starting; if this stays, its log says where it hangs, and starting it anew loses nothing.`,
  );
}
