import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { tallyMail } from '#server/log/tally-mail.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { serveMetrics } from './metrics.ts';

const token = 'a token of thirty letters or so';

/** Metrics of an empty store, served on a socket; `peer` stands in for where the request comes from. */
async function aServer(metricsToken: string | null, peer?: string) {
  const db = await aStore();
  const { log, tally: mailTally } = tallyMail(aLog().log);
  const measured = { db, log, mailTally, clock: () => 0, token: metricsToken };
  const server = createServer((request, response) => {
    void serveMetrics(measured, request, response, peer ?? request.socket.remoteAddress);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/metrics`;
  return (headers: Record<string, string> = {}) => fetch(url, { headers });
}

test('without a token /metrics answers this machine, in the form that Prometheus reads', async () => {
  const answer = await (await aServer(null))();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await answer.text()).toContain('nodomoto_people 0\n');
});

test('without a token nobody else is answered, with or without a proxy between', async () => {
  for (const [peer, headers] of [
    ['203.0.113.7', {}],
    ['10.0.0.2', {}],
    ['127.0.0.1', { 'X-Forwarded-For': '203.0.113.7' }],
  ] as const) {
    const answer = await (await aServer(null, peer))(headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('METRICS_TOKEN');
  }
});

test('with a token whoever sends it is answered, from wherever', async () => {
  for (const peer of ['127.0.0.1', '203.0.113.7']) {
    const ask = await aServer(token, peer);
    expect((await ask({ Authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await ask({ Authorization: `bearer ${token}` })).status).toBe(200);
  }
});

test.each([
  ['nothing', {}],
  ['another token', { Authorization: `Bearer ${token}x` }],
  ['half of it', { Authorization: `Bearer ${token.slice(0, -1)}` }],
  ['it as a password', { Authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}` }],
])('with a token, %s opens nothing, not even on this machine', async (_, headers) => {
  const answer = await (await aServer(token))(headers);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  expect(await answer.text()).not.toContain('nodomoto_');
});
