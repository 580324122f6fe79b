import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';

/** What reading reports needs of the app. */
export type ReportContext = {
  db: Db;
  log: Log;
  clock: () => Instant;
  /** Whose reports name a mail by their recipient; `null`: only by a Message-ID. */
  bounceAddress: string | null;
};
