import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { keepReport } from '#server/bounces/kept-reports.ts';
import type { Db } from '#server/database/open-database.ts';
import { aFolder, aStore } from '#testing/a-database.ts';
import { aLeftNudge } from '#testing/a-report-context.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { anImapServer } from '#testing/an-imap-server.ts';
import { readersHeard, reportsRead } from './reports.ts';

const people = ['Ann', 'Ben', 'Cem', 'Dan', 'Eva', 'Fay', 'Gil'];

const now = Date.parse('2026-11-30T08:00:00Z');

/** A store with people, in which a test does something; and what is found in it. */
async function aFirm(fill: (db: Db) => Promise<unknown>) {
  const db = await aStore();
  await aTeamInStore(db, people, now);
  await fill(db);
  const place = { dataDir: aFolder(), bounceImapUrl: null };
  return {
    db,
    dataDir: place.dataDir,
    read: (bounceImapUrl: string | null = null) => reportsRead(db, { ...place, bounceImapUrl }, now),
    heard: () => readersHeard(db, now),
  };
}

const nothing = async () => undefined;
const isGood = { grade: 'good', says: null };

test('a mailbox that opens is good, and one that does not is wrong', async () => {
  const server = await anImapServer([]);
  const { read } = await aFirm(nothing);
  expect(await read(server.imapUrl)).toEqual(isGood);
  server.lockOut();
  await expect(read(server.imapUrl)).rejects.toMatchObject({ code: 'REPORTS_UNREACHABLE' });
});

test('reports that nobody could read are a note', async () => {
  const { read, dataDir } = await aFirm(nothing);
  expect(await read()).toEqual(isGood);
  keepReport(dataDir, Buffer.from('Hm.'));
  keepReport(dataDir, Buffer.from('Hm.'));
  expect(await read()).toMatchObject({ grade: 'note', says: expect.stringMatching(/^1 in unread-reports /) });
});

test('mail that is not wanted is wrong for a week', async () => {
  const report = (days: number) => async (db: Db) => {
    const { messageId } = await aLeftNudge(db, 'Ann', now - days * dayMs);
    await db
      .insertInto('report')
      .values({ message_id: messageId, verdict: 'policy', reply: '550 5.7.1 no', told_at: now - days * dayMs })
      .execute();
  };
  expect(await (await aFirm(report(8))).read()).toEqual(isGood);
  await expect((await aFirm(report(6))).read()).rejects.toMatchObject({ code: 'MAIL_NOT_WANTED' });
});

test('whoever is perhaps not reached is named, and of many some', async () => {
  const letLie = async (db: Db) => {
    for (const name of people)
      for (const days of [70, 60, 50, 40, 30, 20]) await aLeftNudge(db, name, now - days * dayMs);
  };
  expect(await (await aFirm(nothing)).heard()).toEqual(isGood);
  expect(await (await aFirm(letLie)).heard()).toEqual({
    grade: 'note',
    says: 'perhaps not reached: Ann (Motors), Ben (Motors), Cem (Motors), Dan (Motors), Eva (Motors), 2 more. Ask them whether the mail arrives.',
  });
});
