import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from '#server/settings.ts';
import { aLog } from '#testing/a-log.ts';
import { answerProblems } from './answer-problem.ts';
import { pagesOnDemand } from './pages-on-demand.ts';
import { barePages } from './problem-pages.ts';
import { largestBody } from './read-body.ts';
import type { Route } from './route-of.ts';

const letters = ['/inbox', '/inbox/[id]', '/inbox/[id]/body'] as const satisfies readonly Route[];

/** Answers every request as one for a route that comes from `peer`, in place of the socket's own. */
async function aServer(route: Route, peer: string) {
  const { log, lines } = aLog();
  const app = { settings: readSettings({}), log, clock: () => 0 };
  const answer = pagesOnDemand({
    app,
    handler: async (_, response) => void response.end('a page'),
    problems: answerProblems(barePages, log, false),
    problemPages: barePages,
    bodyLimit: async () => largestBody,
    missing: (_, response) => void response.writeHead(404).end(),
  });
  const server = createServer((request, response) => {
    Object.defineProperty(request.socket, 'remoteAddress', { value: peer });
    void answer(request, response, route);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/inbox`, lines };
}

test.each(letters)('%s, which holds everybody’s links, is for whoever sits at the machine', async (route) => {
  for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    const { url } = await aServer(route, peer);
    expect(await (await fetch(url)).text()).toBe('a page');
  }
});

test.each(letters)('%s is refused to the house, and to whoever comes by a proxy on this machine', async (route) => {
  for (const [peer, headers] of [
    ['192.168.1.20', {}],
    ['203.0.113.9', {}],
    ['fe80::1', {}],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }],
  ] as const) {
    const { url, lines } = await aServer(route, peer);
    const response = await fetch(url, { headers });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('a page');
    expect(lines()).toContainEqual(expect.objectContaining({ event: 'request-refused', why: 'elsewhere' }));
  }
});

test('any other page is made for whoever asks', async () => {
  const { url } = await aServer('/desk', '203.0.113.9');
  expect(await (await fetch(url)).text()).toBe('a page');
});
