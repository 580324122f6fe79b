import type { Library } from '#catalogue/catalogue.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import type { XapiStore } from '#server/setting-parts/xapi.ts';
import { gatherStatements, stopTelling } from './gather-statements.ts';
import { sendStatements } from './send-statements.ts';

export type TellingParts = {
  db: Db;
  log: Log;
  library: Library;
  siteUrl: string;
  /** `null`: nobody is told. */
  store: XapiStore | null;
  clock: () => Instant;
  stopping: AbortSignal;
  /** Whether the store was restored or copied, and says nothing to anybody. */
  isPaused: () => Promise<boolean>;
};

/** How long a refused statement is kept for somebody to look at. */
const refusedMs = 90 * 86_400_000;

/** A minute's work: makes statements of what is new and hands over what waits. */
export async function tellResults(parts: TellingParts): Promise<void> {
  const { db, library, siteUrl, store, clock } = parts;
  if (!store) return stopTelling(db);
  if (await parts.isPaused()) return;
  await gatherStatements(db, { library, siteUrl }, clock());
  await db
    .deleteFrom('xapi_outbox')
    .where('refused_at', '<', clock() - refusedMs)
    .execute();
  await sendStatements({ ...parts, store });
}
