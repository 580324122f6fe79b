import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { signToken } from '#server/answers/token.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';

const now = Date.parse('2026-11-24T08:00:00Z');

let open: RunningApp;
let token: string;
let printed: string;

beforeAll(async () => {
  open = await aRunningApp(() => now);
  token = signToken(open.app.answers.keys, 'nudge', { id: 7, key: null }, now + 86_400_000);
  await open.app.store.close();
  printed = '';
  const keep = (...parts: unknown[]) => {
    printed += parts.map(String).join(' ');
  };
  for (const way of ['error', 'warn', 'log'] as const) vi.spyOn(console, way).mockImplementation(keep);
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
});

afterAll(async () => {
  vi.restoreAllMocks();
  await open.close();
});

/** What is answered to a request, and the lines that are logged of it. */
async function ask(path: string) {
  const before = open.logged.lines().length;
  const answer = await fetch(`http://localhost:${open.port}${path}`, { headers: { accept: 'text/html' } });
  const text = await answer.text();
  // That nobody could ask what the house published is said of each page first.
  const ofThis = () =>
    open.logged
      .lines()
      .slice(before)
      .filter(({ event }) => event !== 'library-not-refreshed');
  await vi.waitFor(() => expect(ofThis().length).toBeGreaterThan(0));
  return { status: answer.status, text, line: ofThis()[0] };
}

it('answers a page that cannot be made with a page that has a number, and logs the number, its route and the cause', async () => {
  const { status, text, line } = await ask(`/n/${token}`);
  expect(status).toBe(500);
  expect(text).toContain('<h1>Something failed here</h1>');
  expect(line).toMatchObject({
    level: 'error',
    event: 'request-failed',
    id: /<strong>([0-9a-f]{8})<\/strong>/.exec(text)?.[1],
    method: 'GET',
    route: '/n/[token]',
    err: { stack: expect.stringContaining('at openNudge') },
  });
});

it.each(['/readyz', '/metrics'])('%s says that the store does not answer, and logs why', async (route) => {
  const { status, line } = await ask(route);
  expect(status).toBe(503);
  expect(line).toMatchObject({ level: 'error', event: 'store-silent', route, err: { type: 'Error' } });
});

it('logs every page made on demand by its route, for a close look', async () => {
  await ask('/desk/sign-in');
  expect(open.logged.lines()).toContainEqual({
    level: 'debug',
    event: 'request',
    method: 'GET',
    route: '/desk/sign-in',
    status: 200,
    ms: 0,
  });
});

it('answers a request whose host makes no sense', async () => {
  const answer = await new Promise<string>((done) => {
    const socket = connect(open.port, 'localhost');
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => done(text));
    socket.write(`GET /n/${token} HTTP/1.1\r\nHost: [a:b\r\nConnection: close\r\n\r\n`);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 [45]\d\d/);
});

it('has written the token nowhere', () => {
  expect(open.logged.text()).not.toContain(token);
  expect(printed).not.toContain(token);
});
