import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { tallyMail } from '#server/log/tally-mail.ts';
import { keepBreaker } from '#server/outbox/breaker-store.ts';
import { pauseMail } from '#server/outbox/mail-pause.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { serveHealth } from './health.ts';

/** Asks a server that answers nothing but health. */
async function asked(
  db: Db,
  isScheduling = () => true,
): Promise<(path: string) => Promise<{ status: number; text: string }>> {
  const server = createServer((request, response) => {
    const { log, tally: mailTally } = tallyMail(aLog().log);
    const settings = { metricsToken: null };
    const watched = { store: { db }, log, mailTally, clock: () => 0, isScheduling, settings };
    void serveHealth(watched, request, response, false);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return async (path) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  };
}

const breaker = { trouble: 'login', reply: '535 5.7.8 no', since: 0, faults: 1, nextTryAt: 60_000 } as const;

test('it is ready when the store answers and mail may go', async () => {
  const ask = await asked(await aStore());
  expect(await ask('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  expect((await ask('/metrics')).text).toContain('nodomoto_mail_breaker_open{trouble="login"} 0');
});

test('it is not ready while the scheduler is down', async () => {
  const ask = await asked(await aStore(), () => false);
  expect(await ask('/readyz')).toEqual({ status: 503, text: 'the scheduler ended, and is begun again\n' });
  expect((await ask('/healthz')).status).toBe(200);
});

test('while the breaker is open it is alive but not ready, and says why by one word', async () => {
  const db = await aStore();
  await keepBreaker(db, breaker);
  const ask = await asked(db);
  expect(await ask('/readyz')).toEqual({ status: 503, text: 'no mail goes out: login\n' });
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/metrics')).text).toContain('nodomoto_mail_breaker_open{trouble="login"} 1');
});

test('while a restored store waits for an operator it is alive but not ready, and says why', async () => {
  const db = await aStore();
  await pauseMail(db, { why: 'restored', since: 0, madeAt: null, before: [] });
  const ask = await asked(db);
  expect(await ask('/readyz')).toEqual({ status: 503, text: 'mail is paused: the store was restored\n' });
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/metrics')).text).toContain('nodomoto_mail_paused{why="restored"} 1');
});
