import { getEventListeners, once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { aLeftNudge, aReportContext, realReport } from '#testing/a-report-context.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { anImapServer } from '#testing/an-imap-server.ts';
import { freePort } from '#testing/free-port.ts';
import { reportRound, startReports } from './start-reports.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const stopping = new AbortController().signal;
const letter = Buffer.from('From: Kenji <kenji@far.example>\r\nSubject: Who are you?\r\n\r\nPlease call me.\r\n');
const forged = realReport('postfix-3.7.11-remote-550', { to: emailOf('Mei'), token: 'f'.repeat(32) });

/** A mailbox with a report on a mail that left, a forged one, somebody's letter, and a report that nobody can read. */
async function aMailbox(traits?: { keywords: boolean }) {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const nudge = await aLeftNudge(db, 'Mei', now);
  const own = realReport('postfix-3.7.11-remote-550', { to: emailOf('Mei'), token: nudge.reportToken });
  const puzzling = Buffer.from(
    `From: MAILER-DAEMON <>\r\nReturn-Path: <>\r\nTo: bounce+${nudge.reportToken}@kazehaya.example\r\n\r\nHm.\r\n`,
  );
  const server = await anImapServer([own, forged, letter, puzzling], traits);
  const { context, time, logged } = aReportContext(db, now);
  const settings = { dataDir: ':memory:', bounceImapUrl: server.imapUrl, bounceListen: null };
  const round = reportRound({ ...context, settings, stopping });
  return { db, nudge, server, context, round, logged, time };
}

test('each report in a mailbox is read and marked; what is not ours or not understood stays unread for people', async () => {
  const { db, nudge, server, round, logged } = await aMailbox();
  await round();
  expect((await readMessage(db, nudge.messageId)).state).toBe('bounced');
  expect(server.mails.map(({ flags }) => [...flags].join(' '))).toEqual([
    '\\Seen NodomotoRead',
    'NodomotoRead',
    'NodomotoRead',
    'NodomotoUnreadable',
  ]);
  expect(logged().map(({ event }) => event)).toEqual(['report-read', 'report-foreign', 'report-unreadable']);
});

test.each([true, false])('nothing is read twice, whether or not the server keeps keywords: %s', async (keywords) => {
  const { round, logged } = await aMailbox({ keywords });
  await round();
  const told = logged().length;
  await round();
  expect(logged()).toHaveLength(told);
});

test('a report on a mail that is just being sent is left for the next minute', async () => {
  const { db, nudge, server, round } = await aMailbox();
  await db.updateTable('message').set({ state: 'sending' }).where('id', '=', nudge.messageId).execute();
  await round();
  expect([...(server.mails[0]?.flags ?? [])]).toEqual([]);
  await db.updateTable('message').set({ state: 'accepted' }).where('id', '=', nudge.messageId).execute();
  await round();
  expect((await readMessage(db, nudge.messageId)).state).toBe('bounced');
});

test('a mailbox that cannot be read is told of once, and again when it can be', async () => {
  const { server, round, logged, time } = await aMailbox();
  server.lockOut();
  await round();
  time.now += 60_000;
  await round();
  expect(logged()).toMatchObject([{ level: 'error', event: 'reports-not-fetched' }]);
  expect(JSON.stringify(logged()), 'the log holds no password').not.toContain('p@ss');
  server.letIn();
  time.now += 60_000;
  await round();
  expect(logged().at(-1)).toMatchObject({ event: 'reports-fetched-again', minutes: 2 });
});

test('the door of a mail server is open until the reading is stopped', async () => {
  const port = await freePort();
  const { context } = aReportContext(await aStore(), now);
  const settings = { dataDir: ':memory:', bounceImapUrl: null, bounceListen: `lmtp://127.0.0.1:${port}` };
  const reading = await startReports({ ...context, settings, stopping });
  const greeting = async () => {
    const socket = createConnection(port, '127.0.0.1');
    try {
      const [first] = await once(socket, 'data');
      return String(first);
    } finally {
      socket.destroy();
    }
  };
  expect(await greeting()).toMatch(/^220 .*LMTP/);
  await reading.stop();
  await expect(greeting()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a mailbox that keeps silent does not keep a run from stopping', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { context, logged } = aReportContext(await aStore(), now);
  const settings = { dataDir: ':memory:', bounceImapUrl: `imap://u:p@127.0.0.1:${port}/INBOX`, bounceListen: null };
  const run = new AbortController();
  const reading = await startReports({ ...context, settings, stopping: run.signal });
  await once(silent, 'connection');
  run.abort();
  await reading.stop();
  expect(logged(), 'nobody need hear of a connection that was given up').toEqual([]);
});

test('a run that reads its mailbox again and again gathers nothing', async () => {
  const { server, context } = await aMailbox();
  const run = new AbortController();
  const settings = { dataDir: ':memory:', bounceImapUrl: server.imapUrl, bounceListen: null };
  const round = reportRound({ ...context, settings, stopping: run.signal });
  for (const isOpen of [true, false, true, false, true]) {
    if (isOpen) server.letIn();
    else server.lockOut();
    await round();
  }
  await vi.waitFor(() => expect(getEventListeners(run.signal, 'abort')).toEqual([]));
});
