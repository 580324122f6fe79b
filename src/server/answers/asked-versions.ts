import { type AskedVersion, askedVersionSchema } from '#catalogue/asked-version.ts';
import { keepOnce } from '#server/database/kept-once.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Keeps what was asked, once for all whom it is asked of, and returns the name of the version. */
export function keepAskedVersion(db: Db, version: AskedVersion, now: Instant): Promise<string> {
  return keepOnce(db, 'asked_version', JSON.stringify(version), (text) => text, now);
}

/** What was asked, by the name of its version; `null` where none was kept. */
export async function readAskedVersion(db: Db, digest: string | null): Promise<AskedVersion | null> {
  if (digest === null) return null;
  const row = await db.selectFrom('asked_version').select('content').where('digest', '=', digest).executeTakeFirst();
  return row ? askedVersionSchema.parse(JSON.parse(row.content)) : null;
}
