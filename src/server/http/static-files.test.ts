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
import { answerProblems } from './answer-problem.ts';
import { barePages } from './problem-pages.ts';
import { type OpenFile, staticFiles } from './static-files.ts';

const page = 'One page, long enough to ask for a part of it.';

/** Serves a folder of a few files on a socket of its own. */
async function aServer(
  openFile: OpenFile,
): Promise<{ url: string; port: number; folder: string; logged: () => Record<string, unknown>[] }> {
  const { log, lines } = aLog();
  const problems = answerProblems(barePages, log, false);
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-files-'));
  mkdirSync(join(folder, 'about'));
  writeFileSync(join(folder, 'about', 'index.html'), page);
  writeFileSync(join(folder, 'about', 'index.html.gz'), gzipSync(page));
  for (const name of ['feed.xml', 'rss.xml', 'feed.json', 'sitemap-0.xml']) writeFileSync(join(folder, name), page);
  writeFileSync(join(folder, 'about', 'hidden.html'), 'Nobody sees this.');
  const files = staticFiles({ folder, hidden: ['/about/hidden.html'], openFile, problems, log, https: false });
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
  return { url: `http://127.0.0.1:${port}`, port, folder, logged: lines };
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

test.each([
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/sitemap-0.xml', 'text/xml; charset=utf-8'],
])('%s is sent as %s', async (path, type) => {
  const { url } = await aServer(send);
  expect((await fetch(url + path)).headers.get('content-type')).toBe(type);
});

test('what no file is called, or is not to be seen, is left to whoever comes next', async () => {
  const { url } = await aServer(send);
  for (const path of ['/nothing', '/about/hidden.html', '/about/hidden'])
    expect(await (await fetch(url + path)).text(), path).toBe('Not a file.');
});

test('a file is only read: any other wish is refused, with what may be asked', async () => {
  const { url } = await aServer(send);
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await fetch(`${url}/about/`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  }
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

test('a part that makes no sense is as none, and the library is not asked for it', async () => {
  const ranges: unknown[] = [];
  const { port } = await aServer((request, path, options) => {
    ranges.push(request.headers.range);
    return send(request, path, options);
  });
  for (const range of ['bytes=7-4', 'bytes=x-y', 'bytes=', 'lines=1-2', 'bytes=-', 'bytes=0-1,4-5', 'bytes=1e3-'])
    expect(await ask(port, ['GET /about/ HTTP/1.1', `Range: ${range}`]), range).toContain(page);
  expect(ranges).toEqual(Array(7).fill(undefined));
  expect(await ask(port, ['GET /about/ HTTP/1.1', 'Range: bytes=-5'])).toMatch(/206 Partial.*\r\nf it\.$/s);
  expect(ranges.at(-1)).toBe(`bytes=${page.length - 5}-${page.length - 1}`);
});

test('a part is sent of the version that the reader has, and the whole of any other', async () => {
  const { port, url } = await aServer(send);
  const first = await fetch(`${url}/about/`, { headers: { 'Accept-Encoding': 'identity' } });
  const asked = (ifRange: string | null) =>
    ask(port, ['GET /about/ HTTP/1.1', 'Range: bytes=4-7', `If-Range: ${ifRange}`]);
  expect(await asked(first.headers.get('last-modified'))).toContain('206 Partial Content');
  for (const other of ['Mon, 01 Jan 2024 00:00:00 GMT', first.headers.get('etag'), '"', ''])
    expect(await asked(other), other ?? '').toContain(page);
});

/** A page that says its number, and the line of the log that has it too. */
async function aToldProblem(answer: Response, logged: Record<string, unknown>[]): Promise<[number, unknown]> {
  const id = /<p>([0-9a-f]{8})<\/p>$/.exec(await answer.text())?.[1];
  expect(id).toBeDefined();
  expect(logged.at(-1)).toMatchObject({ id });
  return [answer.status, logged.at(-1)?.['event']];
}

test('a file that vanished while the server runs ends as a page with a number that the log has', async () => {
  const { url, folder, logged } = await aServer(send);
  rmSync(join(folder, 'about'), { recursive: true });
  expect(await aToldProblem(await fetch(`${url}/about/`), logged())).toEqual([404, 'file-unreadable']);
  const part = { headers: { Range: 'bytes=0-3' } };
  expect(await aToldProblem(await fetch(`${url}/about/`, part), logged())).toEqual([404, 'file-unreadable']);
});

test('a file whose version is not the one asked for ends as a page', async () => {
  const { url, logged } = await aServer(send);
  const answer = await fetch(`${url}/about/`, { headers: { 'If-Match': '"another"' } });
  expect(await aToldProblem(answer, logged())).toEqual([412, 'request-refused']);
});

/** A stream that fails before it gave anything. */
const failing = () => new Readable({ read: (): void => void 0, construct: (done) => done(new Error('EIO')) });

test.each<[string, OpenFile]>([
  ['cannot be opened', async (...asked) => ({ ...(await send(...asked)), stream: failing() })],
  ['cannot even be looked for', () => Promise.reject(new Error('EMFILE'))],
])('a file that %s ends as a page, and is logged', async (_, broken) => {
  const { url, logged } = await aServer(broken);
  expect(await aToldProblem(await fetch(`${url}/about/`), logged())).toEqual([500, 'file-unreadable']);
});

test('a file that fails again after it failed ends nothing', async () => {
  const twice: OpenFile = async (...asked) => {
    const opened = await send(...asked);
    const stream = failing();
    setTimeout(() => stream.emit('error', new Error('EIO once more')), 5);
    return { ...opened, stream };
  };
  const { url } = await aServer(twice);
  for (const _ of [1, 2]) expect((await fetch(`${url}/about/`)).status).toBe(500);
  await new Promise((later) => setTimeout(later, 20));
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
  expect(logged().map(({ event }) => event)).toEqual(['file-broken-off']);
  expect(await (await fetch(`${url}/about/`)).text()).toBe(page);
});

test('a file is closed again when its reader left before it was open', async () => {
  const opened: Readable[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow: OpenFile = async (request, path, options) => {
    await new Promise<void>((left) => request.socket.once('close', () => left()));
    const found = await send(request, path, options);
    opened.push(found.stream);
    found.stream.once('close', resolve);
    return found;
  };
  const { port, logged } = await aServer(slow);
  const socket = connect(port, '127.0.0.1', () => {
    socket.on('error', () => undefined);
    socket.write('GET /about/ HTTP/1.1\r\nHost: localhost\r\n\r\n');
    setTimeout(() => socket.destroy(), 20);
  });
  await promise;
  expect(opened.map(({ destroyed }) => destroyed)).toEqual([true]);
  expect(logged().map(({ event }) => event)).toEqual(['reader-left']);
});
