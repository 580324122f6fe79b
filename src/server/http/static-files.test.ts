import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import send from '@fastify/send';
import { expect, onTestFinished, test } from 'vitest';
import { aLog } from '#testing/a-log.ts';
import { type OpenFile, staticFiles } from './static-files.ts';

const page = 'One page, long enough to ask for a part of it.';

/** Serves a folder of two files on a socket of its own. */
async function aServer(
  openFile: OpenFile,
): Promise<{ url: string; port: number; folder: string; logged: () => unknown[] }> {
  const { log, lines } = aLog();
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-files-'));
  mkdirSync(join(folder, 'about'));
  writeFileSync(join(folder, 'about', 'index.html'), page);
  writeFileSync(join(folder, 'about', 'index.html.gz'), gzipSync(page));
  const files = staticFiles(folder, () => Buffer.from('No longer here.'), openFile, log);
  const server = createServer((request, response) => {
    void files.serve(request, response).then((served) => served || response.writeHead(404).end('Not a file.'));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, folder, logged: () => lines().map((line) => line['event']) };
}

/** What the server answers to a request written by hand, headers and body. */
function ask(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => done(answer));
    socket.on('error', () => done(answer));
    socket.write([...lines, 'Host: localhost', 'Connection: close', '', ''].join('\r\n'));
  });
}

test('a page is found under every spelling of its address', async () => {
  const { url } = await aServer(send);
  for (const path of ['/about', '/about/', '/about/index.html', '/about?from=mail'])
    expect(await (await fetch(url + path)).text(), path).toBe(page);
});

test('what no file is called is left to whoever comes next, as is every request that is not a reading', async () => {
  const { url } = await aServer(send);
  expect(await (await fetch(`${url}/nothing`)).text()).toBe('Not a file.');
  expect(await (await fetch(`${url}/about/`, { method: 'POST' })).text()).toBe('Not a file.');
});

test('a compressed copy goes to those who take it, with the type of the page', async () => {
  const { port } = await aServer(send);
  const packed = await ask(port, ['GET /about/ HTTP/1.1', 'Accept-Encoding: gzip, br']);
  expect(packed).toMatch(/content-encoding: gzip/i);
  expect(packed).toMatch(/content-type: text\/html; charset=utf-8/i);
  expect(await ask(port, ['GET /about/ HTTP/1.1', 'Accept-Encoding: gzip;q=0'])).toContain(page);
});

test('whoever has the page already is sent no second copy', async () => {
  const { port, url } = await aServer(send);
  const etag = (await fetch(`${url}/about/`, { headers: { 'Accept-Encoding': 'identity' } })).headers.get('etag');
  expect(await ask(port, ['GET /about/ HTTP/1.1', `If-None-Match: ${etag}`])).toContain('304 Not Modified');
});

test('a part is answered with that part, and one beyond the end with where the end is', async () => {
  const { port } = await aServer(send);
  const part = await ask(port, ['GET /about/ HTTP/1.1', 'Range: bytes=4-7']);
  expect(part).toContain('206 Partial Content');
  expect(part.endsWith('page')).toBe(true);
  const beyond = await ask(port, ['GET /about/ HTTP/1.1', 'Range: bytes=900-']);
  expect(beyond).toContain('416');
  expect(beyond).toMatch(new RegExp(`content-range: bytes \\*/${page.length}`, 'i'));
});

test('a request for a part that makes no sense gets an answer, and the next request too', async () => {
  const { port, url } = await aServer(send);
  for (const range of ['bytes=7-4', 'bytes=x-y', 'bytes=', 'lines=1-2', 'bytes=-'])
    expect(await ask(port, ['GET /about/ HTTP/1.1', `Range: ${range}`]), range).toMatch(/^HTTP\/1\.1 (200|416)/);
  expect((await fetch(`${url}/about/`)).status).toBe(200);
});

test('a file that vanished while the server runs ends as a page', async () => {
  const { url, folder } = await aServer(send);
  rmSync(join(folder, 'about'), { recursive: true });
  const answer = await fetch(`${url}/about/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('No longer here.');
});

test('a file that cannot be opened ends as a page, and is logged', async () => {
  const broken: OpenFile = async (request, path, options) => ({
    ...(await send(request, path, options)),
    stream: new Readable({ read: (): void => void 0, construct: (done) => done(new Error('EIO')) }),
  });
  const { url, logged } = await aServer(broken);
  const answer = await fetch(`${url}/about/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('No longer here.');
  expect(logged()).toEqual(['file-unreadable']);
});

test('a file that breaks off half-way ends its own connection and is logged, and the next request is answered', async () => {
  let turn = 0;
  const breaking: OpenFile = async (request, path, options) => {
    const opened = await send(request, path, options);
    turn += 1;
    if (turn > 1) return opened;
    async function* half() {
      yield page.slice(0, 8);
      throw new Error('EIO');
    }
    return { ...opened, stream: Readable.from(half()) };
  };
  const { port, url, logged } = await aServer(breaking);
  expect(await ask(port, ['GET /about/ HTTP/1.1'])).not.toContain(page);
  expect(logged()).toEqual(['file-unreadable']);
  expect(await (await fetch(`${url}/about/`)).text()).toBe(page);
});
