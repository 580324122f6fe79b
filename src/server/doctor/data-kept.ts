import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { readLastRetention } from '#server/retention/keep-tidy.ts';
import type { KeepSettings } from '#server/setting-parts/privacy.ts';
import { counted, good, note, type Verdict } from './finding.ts';

/** A day and a half: it is done once a day, and a machine may be off for a night. */
const patienceMs = 1.5 * dayMs;

/** Whether what has been kept for its time is cut, and no store that was set aside outlives it. */
export async function dataKept(db: Db, dataDir: string, keep: KeepSettings, now: Instant): Promise<Verdict> {
  const old = oldStores(dataDir, now - keep.leaverDays * dayMs);
  if (old.length > 0)
    return note(
      `${counted(old.length, 'store')} set aside ${keep.leaverDays} days ago or more: ${old.join(', ')}. People who left since are still in it: delete it once all is well.`,
    );
  const last = await readLastRetention(db);
  const since = last ?? (await firstTakenIn(db));
  if (since === null || now - since <= patienceMs) return good();
  const said = last === null ? 'was never cut' : `was last cut ${sayInstant(last)}`;
  return note(
    `what has been kept for its time ${said}; whoever plans and sends does it each day, and the log says why not.`,
  );
}

async function firstTakenIn(db: Db): Promise<Instant | null> {
  const { first } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.min('created_at').as('first'))
    .executeTakeFirstOrThrow();
  return first === null ? null : Number(first);
}

function oldStores(dataDir: string, before: Instant): string[] {
  if (!existsSync(dataDir)) return [];
  return readdirSync(dataDir)
    .filter((name) => name.startsWith(`${storeFileName}.`) && !/-(?:wal|shm|journal)$/.test(name))
    .filter((name) => statSync(join(dataDir, name)).mtimeMs < before);
}
