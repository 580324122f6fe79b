import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { dueMails, planDueMail } from '#testing/due-mail.ts';
import { freePort } from '#testing/free-port.ts';

let server: SMTPServer;
let folder: string;
let environment: Record<string, string>;
let arrived = 0;
let answerMs = 1000;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        arrived += 1;
        void setTimeout(answerMs).then(() => done());
      });
    },
  });
  server.on('error', () => undefined);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-stopped-'));
  environment = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SITE_URL: 'http://localhost:4321',
    SECRET: 'thirty-two letters for the tests, or more',
    // One mail is under way at a time, so that it can be said which.
    SMTP_CONNECTIONS: '1',
  };
  await planDueMail(environment);
});

afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
});

const nudge = (command: string) =>
  spawn(process.execPath, ['scripts/nudge.ts', command], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });

/** How a run ends after the signal, and how long that takes. */
async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<{ code: unknown; ms: number }> {
  const before = performance.now();
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = await exit;
  return { code, ms: performance.now() - before };
}

async function states(): Promise<string[]> {
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const rows = await store.db.selectFrom('message').select('state').orderBy('state').execute();
  await store.close();
  return rows.map(({ state }) => state);
}

const times = <T>(count: number, of: T) => Array.from({ length: count }, () => of);

describe('a run that is told to stop', () => {
  it('ends send after the mail under way, and leaves the others to the next', async () => {
    const child = nudge('send');
    await vi.waitFor(() => expect(arrived).toBe(1), { timeout: 20_000, interval: 20 });
    const { code, ms } = await endOf(child, 'SIGTERM');
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5000);
    expect(arrived).toBe(1);
    expect(await states()).toEqual(['accepted', ...times(dueMails - 1, 'queued')]);
  });

  it('ends send at once when it is told twice, and what was under way is found by the next', async () => {
    answerMs = 60_000;
    const child = nudge('send');
    await vi.waitFor(() => expect(arrived).toBe(2), { timeout: 20_000, interval: 20 });
    child.kill('SIGTERM');
    await setTimeout(700);
    const { code, ms } = await endOf(child, 'SIGTERM');
    expect(code).toBe(143);
    expect(ms).toBeLessThan(1000);
    expect(await states()).toContain('sending');
  });

  it('ends the scheduler alone, between its minutes', async () => {
    answerMs = 0;
    const child = nudge('run');
    await once(child.stdout, 'data');
    const { code, ms } = await endOf(child, 'SIGINT');
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5000);
  });
});
