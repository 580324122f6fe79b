import type { Store } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { noSqliteFile } from '#server/database/sqlite-integrity.ts';
import type { Log } from '#server/log/log.ts';
import type { Settings } from '#server/settings.ts';
import { readDisk } from './disk-room.ts';
import { openDns } from './dns/dns-records.ts';
import { examine } from './examine.ts';
import { keepFindings } from './kept-findings.ts';

type Looked = { store: Store; settings: Settings; log: Log };

/** It names people, who are no part of what is kept of a machine; the desk says it by team. */
const ofPeople = 'readers heard of';

/**
 * Looks at each part as `nudge doctor` does, and keeps what it found. The file of the store is not read through: with millions of mails that takes
 * minutes, and the command does it.
 */
export async function lookFromDesk({ store, settings, log }: Looked, now: Instant): Promise<void> {
  const patient = { settings, log, distFolder: 'dist', now, disk: readDisk, dns: openDns(null) };
  const findings = await examine({ ...patient, findDamage: noSqliteFile });
  await keepFindings(
    store.db,
    findings.filter(({ what }) => what !== ofPeople),
    now,
  );
}
