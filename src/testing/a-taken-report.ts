import { judgeReport } from '#core/reports/judge-report.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { takeReport } from '#server/reports/take-report.ts';
import type { ReportDesk } from '#server/reports/write-to-reporter.ts';
import { aReportedMiss, aStrip, offeredInTests, wordsOfTests } from './a-reported-miss.ts';

/** What reports are taken in with. */
export function aReportDesk(db: Db): ReportDesk {
  const keys = keyringOf('a secret of more than thirty-two characters', []);
  return { db, keys, siteUrl: 'https://nodomoto.example' };
}

/** A report that was sent by its form, with everything said about its reporter; `changed` are fields that were filled in otherwise. */
export async function aTakenReport(
  db: Db,
  now: Instant,
  changed: Readonly<Record<string, string>> = {},
): Promise<{ id: number; receipt: string }> {
  const fields = { ...aReportedMiss, ...aStrip, callBack: '1', ...changed };
  const { report } = judgeReport({ fields, kept: [] }, offeredInTests, wordsOfTests);
  if (!report) throw new Error('The form was not taken.');
  const key = `k${now}${JSON.stringify(changed).length}`.padEnd(22, '_').slice(0, 22);
  const taken = await takeReport(aReportDesk(db), report, { key, language: 'en' }, now);
  if (!taken.ok) throw new Error('It was taken already.');
  const { id } = await db.selectFrom('near_miss').select('id').where('key', '=', key).executeTakeFirstOrThrow();
  return { id, receipt: taken.receipt };
}
