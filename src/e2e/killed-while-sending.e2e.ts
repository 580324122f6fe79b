import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openApp, usualParts } from '#server/app-context.ts';
import { leaseMs } from '#server/outbox/claims.ts';
import { readSettings } from '#server/settings.ts';
import { aLog } from '#testing/a-log.ts';
import { dueMails, planDueMail } from '#testing/due-mail.ts';
import { freePort } from '#testing/free-port.ts';

type Arrived = { messageId: string; raw: string };

let server: SMTPServer;
let folder: string;
let environment: Record<string, string>;
let arrived: Arrived[] = [];
let keepSilentAfter = Number.POSITIVE_INFINITY;

/** Takes every mail down, and from a given one on never answers its final dot: the moment a crash leaves unknown. */
function recordingServer(): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        arrived.push({ messageId: /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? '', raw });
        if (arrived.length < keepSilentAfter) done();
      });
    },
  });
}

let port: number;

beforeAll(async () => {
  server = recordingServer();
  server.on('error', () => undefined);
  port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
});

/** A store of its own with mails to send. */
async function withMails(connections: number): Promise<void> {
  arrived = [];
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-killed-'));
  environment = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SITE_URL: 'http://localhost:4321',
    SECRET: 'thirty-two letters for the tests, or more',
    SMTP_CONNECTIONS: String(connections),
  };
  await planDueMail(environment);
}

afterEach(() => rmSync(folder, { recursive: true, force: true }));

afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

async function killWhenServerFallsSilent(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/nudge.ts', 'send'], { env: environment, stdio: 'ignore' });
  while (arrived.length < keepSilentAfter) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** The sender is killed with mails in doubt; another finds them, and sends what may not have arrived. */
async function killAndResume(): Promise<{ states: string[]; inDoubt: number }> {
  keepSilentAfter = 3;
  await killWhenServerFallsSilent();
  keepSilentAfter = Number.POSITIVE_INFINITY;
  const later = await openApp(readSettings(environment), {
    ...usualParts,
    log: aLog().log,
    clock: () => Date.now() + leaseMs + 1000,
  });
  await later.sendDue();
  const rows = await later.store.db.selectFrom('message').select(['state', 'unknowns']).execute();
  await later.close();
  return { states: rows.map(({ state }) => state), inDoubt: rows.reduce((sum, row) => sum + row.unknowns, 0) };
}

const allAccepted = Array.from({ length: dueMails }, () => 'accepted');

describe('a sender killed between the last byte and the server’s answer', () => {
  it('loses no mail, and repeats at most the one in doubt: the same bytes under the same Message-ID', async () => {
    await withMails(1);
    expect(await killAndResume()).toEqual({ states: allAccepted, inDoubt: 1 });
    expect(new Set(arrived.map((mail) => mail.messageId)).size).toBe(dueMails);
    expect(arrived).toHaveLength(dueMails + 1);
    const doubled = arrived.filter((mail) => mail.messageId === arrived[2]?.messageId);
    expect(doubled).toHaveLength(2);
    expect(doubled[1]?.raw).toBe(doubled[0]?.raw);
  });

  it('with several connections loses none either, and repeats at most one mail for each', async () => {
    await withMails(3);
    const { states, inDoubt } = await killAndResume();
    expect(states).toEqual(allAccepted);
    expect(inDoubt).toBeLessThanOrEqual(3);
    expect(arrived.length).toBeLessThanOrEqual(dueMails + inDoubt);
    const ids = new Set(arrived.map((mail) => mail.messageId));
    expect(ids.size).toBe(dueMails);
    for (const id of ids)
      expect(new Set(arrived.filter((mail) => mail.messageId === id).map(({ raw }) => raw)).size).toBe(1);
  });
});
