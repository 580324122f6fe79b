import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { largestBody, type ReadBody, readBody, throwAwayBody } from './read-body.ts';

/** What is read of the body of the one request that a server gets. */
async function aReader(): Promise<{ port: number; read: Promise<ReadBody> }> {
  const { promise, resolve } = Promise.withResolvers<ReadBody>();
  const server = createServer((request, response) => {
    request.on('error', () => undefined);
    void readBody(request, largestBody).then((read) => {
      resolve(read);
      response.end('read');
      throwAwayBody(request);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, read: promise };
}

const post = (port: number, body: string) => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });

test('a form is read whole', async () => {
  const { port, read } = await aReader();
  await post(port, 'act=read');
  expect(await read).toEqual({ ok: true, body: Buffer.from('act=read') });
});

test('what says that it is too large is not read, and its sender is answered', async () => {
  const { port, read } = await aReader();
  expect(await (await post(port, 'x'.repeat(largestBody + 1))).text()).toBe('read');
  expect(await read).toEqual({ ok: false, why: 'large' });
});

test('what turns out to be too large is given up', async () => {
  const { port, read } = await aReader();
  const chunk = 'x'.repeat(largestBody);
  const socket = connect(port, '127.0.0.1', () => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
    socket.on('error', () => undefined);
    for (const _ of [1, 2]) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
  });
  expect(await read).toEqual({ ok: false, why: 'large' });
});

test('what breaks off is known to have', async () => {
  const { port, read } = await aReader();
  const socket = connect(port, '127.0.0.1', () => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\nhalf');
    socket.on('error', () => undefined);
    setTimeout(() => socket.destroy(), 20);
  });
  expect(await read).toEqual({ ok: false, why: 'broken-off' });
});
