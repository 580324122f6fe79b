import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { aKeepingServer, type KeepingServer } from '#testing/a-keeping-server.ts';
import { dueMails, planDueMail } from '#testing/due-mail.ts';
import { freePort } from '#testing/free-port.ts';
import { runScript, startProduct } from '#testing/running-product.ts';

let server: KeepingServer;
let folder: string;
let environment: Record<string, string> & { PORT: string; DATA_DIR: string };

beforeAll(async () => {
  server = await aKeepingServer();
});

/** A store with mail that is due to six people. */
beforeEach(async () => {
  server.received.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-restored-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  environment = {
    PORT: String(await freePort()),
    DATA_DIR: join(folder, 'data'),
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    // As it was built, or a start would build it anew.
    SITE_URL: 'http://localhost:4321',
    SECRET: 'thirty-two letters for the tests, or more',
    TRAINERS: 'trainer@works.example',
  };
  await planDueMail(environment);
});

afterAll(async () => {
  await server.close();
});

const nudge = (...args: string[]) => runScript('scripts/nudge.ts', args, environment);

/** The link in the newest mail to somebody that leads to one of the pages. */
function linkTo(address: string, page: RegExp): string {
  const mail = server.received.findLast(({ to }) => JSON.stringify(to).includes(address));
  const header = mail?.headers.get('list');
  return page.exec(`${mail?.text} ${JSON.stringify(header)}`)?.[0] ?? '';
}

async function withStore<T>(act: (store: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const store = await openDatabase({ dataDir: environment.DATA_DIR, databaseUrl: null });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

/** Starts the site, asks something of it, and stops it. */
async function started<T>(ask: (url: string, output: () => string) => Promise<T>): Promise<T> {
  const product = await startProduct(environment);
  try {
    return await ask(product.url, product.output);
  } finally {
    await product.stop();
  }
}

it('a backup from before a drain, put back after it, sends nothing, shows what was lost, and after resume doubles nothing', async () => {
  const backup = join(folder, 'monday.sqlite');
  expect((await nudge('backup', backup)).code).toBe(0);
  expect((await nudge('send')).stdout).toContain(`${dueMails} accepted`);
  const left = server.received.map(({ messageId }) => messageId);
  const leave = linkTo('p0@works.example', /http\S+\/u\/[\w.-]+[AQgw]/);
  await started(async (url) => {
    const answer = await fetch(leave.replace('http://localhost:4321', url), {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).toBe(200);
  });
  expect((await nudge('erase', 'p1@works.example')).code).toBe(0);

  expect((await nudge('restore', backup)).stdout).toContain('Mail is paused');
  await started(async (url, output) => {
    expect(output()).toContain('0 mails just now');
    expect(output()).toContain('The store was put back from a backup');
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, 'mail is paused: the store was restored\n']);
    const form = new URLSearchParams({ email: 'trainer@works.example' });
    const asked = await fetch(`${url}/desk/sign-in`, { method: 'POST', body: form, headers: { Origin: url } });
    expect(asked.status).toBeLessThan(400);
    await expect.poll(() => server.received.length, { timeout: 10_000 }).toBe(dueMails + 1);
  });
  expect(await nudge('plan')).toMatchObject({ code: 1, stderr: expect.stringContaining('MAIL_PAUSED') });
  expect((await nudge('doctor')).stdout).toMatch(/wrong {2}store neither restored nor copied/);

  const shown = await nudge('resume', '--dry-run');
  expect(shown.stdout).toContain(`${dueMails - 1} mails that left or ended since: not to go again`);
  expect(shown.stdout).toContain('1 opt-out');
  expect(shown.stdout).toContain('0 mails to 0 people');
  expect((await nudge('send')).code, 'a dry run resumes nothing').toBe(1);
  expect((await nudge('resume')).code).toBe(0);
  expect((await nudge('send')).code).toBe(0);
  expect(server.received, 'the mails, and one letter').toHaveLength(dueMails + 1);
  expect(server.received.slice(0, dueMails).map(({ messageId }) => messageId)).toEqual(left);
  await withStore(async ({ db }) => {
    const people = await db.selectFrom('person').select(['email', 'unsubscribed_at']).orderBy('email').execute();
    expect(people.map(({ email }) => email)).not.toContain('p1@works.example');
    expect(people.find(({ email }) => email === 'p0@works.example')?.unsubscribed_at).toBeGreaterThan(0);
  });
}, 180_000);

it('a file put over the store by hand is noticed by the next that would send, and what may have left is withdrawn', async () => {
  const store = join(environment.DATA_DIR, storeFileName);
  const byHand = join(folder, 'by-hand.sqlite');
  copyFileSync(store, byHand);
  expect((await nudge('send')).stdout).toContain(`${dueMails} accepted`);
  copyFileSync(byHand, store);
  expect(await nudge('send')).toMatchObject({ code: 1, stderr: expect.stringContaining('MAIL_PAUSED') });
  expect((await nudge('resume')).stdout).toContain('nobody knows what left since');
  expect((await nudge('send')).stdout).toContain('0 accepted');
  expect(server.received).toHaveLength(dueMails);
  expect(await nudge('resume')).toMatchObject({ code: 1, stderr: expect.stringContaining('NOT_PAUSED') });
}, 180_000);
