import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, usualParts } from '#server/app-context.ts';
import { leaseMs } from '#server/outbox/outbox.ts';
import { readSettings } from '#server/settings.ts';
import { aLog } from '#testing/a-log.ts';
import { dueMails, planDueMail } from '#testing/due-mail.ts';
import { freePort } from '#testing/free-port.ts';

type Arrived = { messageId: string; raw: string };

let server: SMTPServer;
let folder: string;
let environment: Record<string, string>;
const arrived: Arrived[] = [];
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

beforeAll(async () => {
  server = recordingServer();
  server.on('error', () => undefined);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-killed-'));
  environment = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SITE_URL: 'http://localhost:4321',
    SECRET: 'x'.repeat(40),
  };
  await planDueMail(environment);
});

afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
});

async function killWhenServerFallsSilent(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/nudge.ts', 'send'], { env: environment, stdio: 'ignore' });
  while (arrived.length < keepSilentAfter) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a sender killed between the last byte and the server’s answer', () => {
  it('loses no mail, and repeats at most the one in doubt: the same bytes under the same Message-ID', async () => {
    keepSilentAfter = 3;
    await killWhenServerFallsSilent();
    keepSilentAfter = Number.POSITIVE_INFINITY;
    const later = await openApp(readSettings(environment), {
      ...usualParts,
      log: aLog().log,
      clock: () => Date.now() + leaseMs + 1000,
    });
    await later.sendDue();
    const states = await later.store.db.selectFrom('message').select(['state', 'unknowns']).execute();
    await later.close();
    expect(states.map((row) => row.state)).toEqual(Array.from({ length: dueMails }, () => 'accepted'));
    expect(states.reduce((sum, row) => sum + row.unknowns, 0)).toBe(1);
    expect(new Set(arrived.map((mail) => mail.messageId)).size).toBe(dueMails);
    expect(arrived).toHaveLength(dueMails + 1);
    const doubled = arrived.filter((mail) => mail.messageId === arrived[2]?.messageId);
    expect(doubled).toHaveLength(2);
    expect(doubled[1]?.raw).toBe(doubled[0]?.raw);
  });
});
