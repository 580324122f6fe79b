import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { aMessage } from '#testing/a-message.ts';
import { realReport } from '#testing/a-report-context.ts';
import { runScript } from '#testing/running-product.ts';

const token = 'ab'.repeat(16);
const gone = realReport('postfix-3.7.11-remote-550', { to: 'mei@kazehaya.example', token });

/** A store on disk with one mail that left, and its settings. */
async function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-reports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null });
  await aMessage(db, Date.now());
  await db.updateTable('message').set({ state: 'accepted', report_token: token }).execute();
  await close();
  const settings = { DATA_DIR: folder, BOUNCE_ADDRESS: 'bounce@kazehaya.example', LOG_LEVEL: 'silent' };
  const fileOf = (raw: Buffer) => {
    const file = join(folder, 'report.eml');
    writeFileSync(file, raw);
    return file;
  };
  return { folder, settings, fileOf };
}

/** As a mail server pipes a report in: on standard input, with where it came to in the environment. */
async function pipeIn(raw: Buffer, settings: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/nudge.ts', 'read-bounces'], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(raw);
  const [stdout] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { code: child.exitCode, stdout };
}

test('a report in a file is acted on, and what came of it is said', async () => {
  const { settings, fileOf } = await aFolder();
  const read = () => runScript('scripts/nudge.ts', ['read-bounces', fileOf(gone)], settings);
  const first = await read();
  expect(first.stdout).toMatch(/^Message 1, hard: 550 5\.1\.1 .*\nThe address it went to gets no mail; /);
  expect(first.code).toBe(0);
  expect((await read()).stdout).toContain('It was reported before; nothing is changed.');
});

test('one that comes from a mail server is found by where it came to, and one that nobody can read is kept', async () => {
  const { folder, settings } = await aFolder();
  const puzzling = Buffer.from('From: MAILER-DAEMON <>\r\n\r\nHm.\r\n');
  const to = { RECIPIENT: `bounce+${token}@kazehaya.example` };
  expect(await pipeIn(puzzling, { ...settings, ...to })).toEqual({
    code: 0,
    stdout: 'Nothing could be read out of it, so it was kept in unread-reports.\n',
  });
  const kept = readdirSync(join(folder, 'unread-reports'));
  expect(kept).toHaveLength(1);
  expect(statSync(join(folder, 'unread-reports', kept[0] ?? '')).mode & 0o077, 'for nobody else to read').toBe(0);
  expect((await pipeIn(gone, { ...settings, ...to })).stdout).toContain('Message 1, hard');
});

test('what comes while its mail is just being sent is to be brought again', async () => {
  const { folder, settings } = await aFolder();
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null });
  await db.updateTable('message').set({ state: 'sending' }).execute();
  await close();
  expect((await pipeIn(gone, settings)).code, 'EX_TEMPFAIL').toBe(75);
});

test('a file that cannot be read, or says nothing, is an error with its mend', async () => {
  const { folder, settings, fileOf } = await aFolder();
  const read = (file: string) => runScript('scripts/nudge.ts', ['read-bounces', file], settings);
  expect(await read(join(folder, 'none.eml'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('FILE_UNREADABLE'),
  });
  const puzzling = fileOf(Buffer.from(`From: MAILER-DAEMON <>\r\nTo: bounce+${token}@kazehaya.example\r\n\r\nHm.\r\n`));
  expect(await read(puzzling)).toMatchObject({ code: 1, stderr: expect.stringContaining('REPORT_UNREADABLE') });
});
