import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { keepReport } from '#server/bounces/kept-reports.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { readSettings, type Settings } from '#server/settings.ts';
import { aLeftNudge } from '#testing/a-report-context.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { anImapServer } from '#testing/an-imap-server.ts';
import { lookAtReports, lookAtSilence } from './look-at-reports.ts';

const people = ['Ann', 'Ben', 'Cem', 'Dan', 'Eva', 'Fay', 'Gil'];

/** Settings of a data folder whose store a test has filled. */
async function aFolder(fill: (db: Db) => Promise<unknown>, more: Record<string, string> = {}): Promise<Settings> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-look-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null });
  await aTeamInStore(db, people, Date.now());
  await fill(db);
  await close();
  return readSettings({ DATA_DIR: folder, ...more });
}

const nothing = async () => undefined;

test('a mailbox that opens is good, and one that does not is wrong', async () => {
  const server = await anImapServer([]);
  const settings = await aFolder(nothing, { BOUNCE_IMAP_URL: server.imapUrl });
  expect(await lookAtReports(settings)).toBeNull();
  server.lockOut();
  await expect(lookAtReports(settings)).rejects.toMatchObject({ code: 'REPORTS_UNREACHABLE' });
});

test('reports that nobody could read are a note', async () => {
  const settings = await aFolder(nothing);
  expect(await lookAtReports(settings)).toBeNull();
  keepReport(settings.dataDir, Buffer.from('Hm.'));
  keepReport(settings.dataDir, Buffer.from('Hm.'));
  expect(await lookAtReports(settings)).toMatch(/^1 in unread-reports /);
});

test('mail that is not wanted is wrong for a week', async () => {
  const report = (days: number) => async (db: Db) => {
    const { messageId } = await aLeftNudge(db, 'Ann', Date.now() - days * dayMs);
    await db
      .insertInto('report')
      .values({ message_id: messageId, verdict: 'policy', reply: '550 5.7.1 no', told_at: Date.now() - days * dayMs })
      .execute();
  };
  expect(await lookAtReports(await aFolder(report(8)))).toBeNull();
  await expect(lookAtReports(await aFolder(report(6)))).rejects.toMatchObject({ code: 'MAIL_NOT_WANTED' });
});

test('whoever is perhaps not reached is named, and of many some', async () => {
  const letLie = async (db: Db) => {
    for (const name of people)
      for (const days of [70, 60, 50, 40, 30, 20]) await aLeftNudge(db, name, Date.now() - days * dayMs);
  };
  expect(await lookAtSilence(await aFolder(nothing))).toBeNull();
  expect(await lookAtSilence(await aFolder(letLie))).toBe(
    'perhaps not reached: Ann (Motors), Ben (Motors), Cem (Motors), Dan (Motors), Eva (Motors), 2 more. Ask them whether the mail arrives.',
  );
});
