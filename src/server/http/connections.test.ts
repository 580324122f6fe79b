import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aLog } from '#testing/a-log.ts';
import { mindConnections, serverLimits } from './connections.ts';
import { barePages } from './problem-pages.ts';

/** A server that is as patient as a test, and says what it logs. */
async function aServer(answer: (server: Server) => void = () => undefined) {
  const { log, lines } = aLog();
  const limits = { ...serverLimits, headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 50 };
  const server = createServer(limits, (request, response) => {
    request.on('error', () => undefined);
    request.resume().on('end', () => response.end('whole'));
  });
  mindConnections(server, barePages, log, false, () => 0);
  answer(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { server, port, events: () => lines().map(({ event, status }) => [event, status].filter(Boolean).join(' ')) };
}

/** Everything that is answered to a text, which is all that is sent. */
function say(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

test.each([
  ['no request', 'HELLO THERE\r\n\r\n', 400],
  ['a request for no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['headers without an end', 'GET / HTTP/1.1\r\nHost: a\r\n', 408],
  ['a body that does not come', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf', 408],
  ['headers that are too long', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['chunks that are none', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
])('%s is answered, logged and let go', async (_, text, status) => {
  const { port, events } = await aServer();
  const answer = await say(port, text);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/\r\nConnection: close\r\n/i);
  if (status !== 400 || !/no host/.test(_)) expect(events()).toEqual([`connection-refused ${status}`]);
  expect(await say(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toContain('whole');
});

test('an answer to what is no request is a page with the headers of one that refuses', async () => {
  const { port } = await aServer();
  const answer = await say(port, 'HELLO\r\n\r\n');
  expect(answer).toContain('<h1>This request cannot be read</h1>');
  for (const header of ["frame-ancestors 'none'", 'Cache-Control: no-store', 'X-Content-Type-Options: nosniff'])
    expect(answer).toContain(header);
});

test('connections above the limit are turned away, which is told once a minute', async () => {
  const { server, port, events } = await aServer();
  server.maxConnections = 1;
  const held = connect(port, '127.0.0.1');
  held.on('error', () => undefined);
  await vi.waitFor(() => expect(server.listening && held.readyState).toBe('open'));
  for (const _ of [1, 2, 3]) expect(await say(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('');
  expect(events()).toEqual(['connections-full']);
  held.destroy();
  await vi.waitFor(async () =>
    expect(await say(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toContain('whole'),
  );
});

test('a connection that cannot be taken ends nothing', async () => {
  const { server, port, events } = await aServer();
  server.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }));
  expect(events()).toEqual(['server-troubled']);
  expect(await say(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toContain('whole');
});

test('who asked is still known when they have left', async () => {
  const { server, port } = await aServer();
  const left = Promise.withResolvers<string | undefined>();
  server.on('request', ({ socket }) => socket.once('close', () => left.resolve(socket.remoteAddress)));
  const asked = connect(port, '127.0.0.1', () => {
    asked.on('error', () => undefined);
    asked.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf');
    setTimeout(() => asked.destroy(), 20);
  });
  expect(await left.promise).toBe('127.0.0.1');
});
