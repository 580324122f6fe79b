import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { aLeftNudge, aReportContext, bounceAddress, realReport } from '#testing/a-report-context.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { listenForReports } from './report-listener.ts';

const now = Date.parse('2026-11-24T08:00:00Z');

/** A listener on a store with one mail that left, and a mail server's side of the conversation. */
async function aListener(protocol: 'lmtp' | 'smtp', room = true) {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const nudge = await aLeftNudge(db, 'Mei', now);
  const { context, loggedText } = aReportContext(db, now);
  const kept: string[] = [];
  const keep = (raw: Uint8Array) => {
    if (room) kept.push(Buffer.from(raw).toString());
    return room;
  };
  const listener = await listenForReports({ ...context, bounceAddress, keep }, `${protocol}://127.0.0.1:0`);
  onTestFinished(() => listener.close());
  const socket = createConnection(listener.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const say = await conversation(socket);
  await say(`${protocol === 'lmtp' ? 'LHLO' : 'EHLO'} mx.example`);
  const to = `<bounce+${nudge.reportToken.toUpperCase()}@Kazehaya.Example>`;
  return { db, nudge, kept, say, to, loggedText, port: listener.port };
}

/** Says one thing and returns the last line of the answer. */
async function conversation(socket: Socket): Promise<(line: string) => Promise<string>> {
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const answer = async () => {
    for (;;) {
      const { value = '', done } = await lines.next();
      if (done || /^\d{3} /.test(value)) return value;
    }
  };
  await answer();
  return (line) => {
    socket.write(`${line}\r\n`);
    return answer();
  };
}

/** A mail as it goes over the line: dots doubled, and one at the end. */
function body(raw: Buffer): string {
  return `${raw.toString('utf8').replaceAll(/^\./gm, '..').replace(/\r\n$/, '')}\r\n.`;
}

test.each(['lmtp', 'smtp'] as const)('by %s a report is taken and acted on before it is answered', async (protocol) => {
  const { db, nudge, say, to } = await aListener(protocol);
  await say('MAIL FROM:<>');
  expect(await say(`RCPT TO:${to}`)).toMatch(/^250 /);
  await say('DATA');
  const raw = realReport('postfix-3.7.11-remote-550', { to: emailOf('Mei'), token: nudge.reportToken });
  expect(await say(body(raw))).toMatch(/^250 /);
  expect((await readMessage(db, nudge.messageId)).state).toBe('bounced');
});

test.each([`<bounce+${'f'.repeat(32)}@kazehaya.example>`, '<bounce@kazehaya.example>', '<mei@kazehaya.example>'])(
  'nothing is taken for %s, of which no mail of ours left',
  async (to) => {
    const { say } = await aListener('lmtp');
    await say('MAIL FROM:<>');
    expect(await say(`RCPT TO:${to}`)).toMatch(/^550 /);
  },
);

test('a second recipient is put off: a report is about one mail', async () => {
  const { say, to } = await aListener('lmtp');
  await say('MAIL FROM:<>');
  await say(`RCPT TO:${to}`);
  expect(await say(`RCPT TO:${to.replace('Kazehaya', 'kazehaya')}`)).toMatch(/^452 /);
});

test('what nobody can read is kept, and if there is no room it comes again', async () => {
  for (const room of [true, false]) {
    const { kept, say, to } = await aListener('lmtp', room);
    await say('MAIL FROM:<>');
    await say(`RCPT TO:${to}`);
    await say('DATA');
    expect(await say('Subject: hm\r\n\r\nSomething went wrong.\r\n.')).toMatch(room ? /^250 / : /^452 /);
    expect(kept).toHaveLength(room ? 1 : 0);
  }
});

test('a report on a mail that is just being sent comes again', async () => {
  const { db, nudge, say, to } = await aListener('lmtp');
  await db.updateTable('message').set({ state: 'sending' }).where('id', '=', nudge.messageId).execute();
  await say('MAIL FROM:<>');
  await say(`RCPT TO:${to}`);
  await say('DATA');
  const raw = realReport('postfix-3.7.11-remote-550', { to: emailOf('Mei'), token: nudge.reportToken });
  expect(await say(body(raw))).toMatch(/^451 /);
});

test('a report of more than two megabytes is refused', async () => {
  const { db, nudge, say, to } = await aListener('lmtp');
  await say('MAIL FROM:<>');
  await say(`RCPT TO:${to}`);
  await say('DATA');
  const raw = realReport('postfix-3.7.11-remote-550', { to: emailOf('Mei'), token: nudge.reportToken });
  const filler = `${'y'.repeat(70)}\r\n`.repeat(40_000);
  expect(await say(`${raw}${filler}.`)).toMatch(/^552 /);
  expect((await readMessage(db, nudge.messageId)).state).toBe('accepted');
});

test('a store that does not answer lets the report come again, and is told of', async () => {
  const { db, say, to, loggedText } = await aListener('lmtp');
  await say('MAIL FROM:<>');
  await breakStore(db);
  expect(await say(`RCPT TO:${to}`)).toMatch(/^451 /);
  expect(loggedText()).toContain('report-not-taken');
});

async function breakStore(db: Db): Promise<void> {
  await db.schema.alterTable('message').renameColumn('report_token', 'lost').execute();
}

test('where another program listens already, that is said', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { context } = aReportContext(await aStore(), now);
  const listening = listenForReports({ ...context, bounceAddress, keep: () => true }, `lmtp://127.0.0.1:${port}`);
  await expect(listening).rejects.toMatchObject({ code: 'REPORTS_CANNOT_LISTEN' });
});
