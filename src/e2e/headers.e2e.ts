import { readdirSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemPageFiles } from '#server/http/problem-pages.ts';
import { type AnswerKind, headersOf, kindOfFile, kindOfRoute } from '#server/http/response-headers.ts';
import { methodsOf, routes } from '#server/http/route-of.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';

const host = 'learn.firm.example';

let open: RunningApp;

beforeAll(async () => {
  open = await aRunningApp(Date.now, { SITE_URL: `https://${host}` });
});

afterAll(async () => {
  await open.close();
});

type Asked = { method: string; path: string; headers?: Record<string, string> };
type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

function ask({ method, path, headers = {} }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port: open.port, host: 'localhost', method, path, headers: { Host: host, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** Asks for several at a time, and says of each what differs from the table. */
async function strayings(walk: readonly (Asked & { kind: AnswerKind })[]): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...walk];
  const walkOn = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { status, headers } = await ask(step);
      const wrong = differences(headers, step.kind);
      if (wrong.length > 0) found.push(`${step.method} ${step.path} (${status}): ${wrong.join('; ')}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, walkOn));
  return found;
}

function differences(headers: IncomingHttpHeaders, kind: AnswerKind): string[] {
  const opened = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
  const wrong = Object.entries(headersOf(kind, true)).flatMap(([name, expected]) => {
    const found = String(headers[name.toLowerCase()]);
    if (name !== 'Content-Security-Policy') return found === expected ? [] : [`${name} is ${found}, not ${expected}`];
    const directives = found.split(';').map((part) => part.trim());
    return expected
      .split('; ')
      .filter(
        (directive) => directives.filter((one) => one.split(' ')[0] === directive.split(' ')[0]).join() !== directive,
      )
      .map((directive) => `the policy does not say ${directive} alone`);
  });
  return [...wrong, ...opened.map((name) => `${name} lets scripts of other sites read it`)];
}

const hidden = new Set<string>(Object.values(problemPageFiles));

const files = readdirSync('dist/client', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath.replace(/^dist\/client/, '')}/${entry.name}`)
  .filter((name) => !hidden.has(name));

/** `/about/index.html` is asked for as `/about/` and `/about` too; `/404.html` as `/404`. */
function spellings(name: string): string[] {
  const bare = name.replace(/\/index\.html$/, '').replace(/\.html$/, '');
  return bare === name ? [name] : [name, `${bare}/`, ...(bare === '' ? [] : [bare])];
}

/** What stands in the place of a token or a number. */
const filledIn = (route: string) => [route.replaceAll(/\[\w+\]/g, '1'), route.replaceAll(/\[\w+\]/g, 'no-such')];

const machine = ['/healthz', '/readyz', '/metrics'];
const onDemand = routes.filter((route) => !machine.includes(route));

describe('the headers of every answer are those of its kind', () => {
  it('files, under every spelling of their address', async () => {
    expect(files.length).toBeGreaterThan(500);
    const walk = files.flatMap((name) =>
      spellings(name).map((path) => ({ method: 'HEAD', path: encodeURI(path), kind: kindOfFile(name) })),
    );
    expect(await strayings(walk)).toEqual([]);
  });

  it('files that are read, in part, again, and not at all', async () => {
    const oneOfEach = [...new Map(files.map((name) => [kindOfFile(name), name]))];
    expect(oneOfEach.length).toBeGreaterThan(6);
    const walk = oneOfEach.flatMap(([kind, path]) => [
      { method: 'GET', path, kind },
      { method: 'GET', path, kind, headers: { Range: 'bytes=0-1' } },
      { method: 'GET', path, kind, headers: { 'If-None-Match': '*' } },
      { method: 'GET', path, kind, headers: { 'Accept-Encoding': 'br' } },
      { method: 'GET', path, kind: 'problem' as const, headers: { Range: 'bytes=999999999-' } },
      { method: 'GET', path, kind: 'problem' as const, headers: { 'If-Match': '"a"' } },
      { method: 'POST', path, kind: 'problem' as const },
      { method: 'TRACE', path, kind: 'problem' as const },
      { method: 'OPTIONS', path, kind: 'machine' as const },
    ]);
    expect(await strayings(walk)).toEqual([]);
  });

  it.each(onDemand)('%s, read and with a form, with and without a slash at its end', async (route) => {
    const kind = kindOfRoute(route);
    const posted = methodsOf(route).includes('POST') ? kind : 'problem';
    const paths = filledIn(route).flatMap((path) => [path, `${path}/`, `${path}?change`]);
    // What has a name like a file's is none with a slash behind it.
    const read = (path: string) => (/\.\w+$/.test(route) && path.endsWith('/') ? 'problem' : kind);
    const walk = paths.flatMap((path) => [
      { method: 'GET', path, kind: read(path) },
      { method: 'HEAD', path, kind: read(path) },
      { method: 'POST', path, kind: posted },
      { method: 'POST', path, kind: posted, headers: { Origin: `https://${host}` } },
      { method: 'POST', path, kind: 'problem' as const, headers: { Origin: 'https://elsewhere.example' } },
      { method: 'DELETE', path, kind: 'problem' as const },
      { method: 'GET', path, kind: 'problem' as const, headers: { Host: 'elsewhere.example' } },
    ]);
    expect(await strayings(walk)).toEqual([]);
  });

  it('machines and addresses that lead nowhere', async () => {
    const walk = [
      ...machine.flatMap((path) => [
        { method: 'GET', path, kind: 'machine' as const },
        { method: 'POST', path, kind: 'machine' as const },
        { method: 'GET', path, kind: 'machine' as const, headers: { Host: 'any.example' } },
      ]),
      ...[
        '/nothing',
        '/ja/nothing/',
        '/problem/',
        '/ja/problem/index.html',
        '/%64esk',
        '//desk',
        '/desk.html',
        '/_image?href=/og.png',
      ].flatMap((path) => ['GET', 'HEAD', 'POST'].map((method) => ({ method, path, kind: 'problem' as const }))),
    ];
    expect(await strayings(walk)).toEqual([]);
  });
});

describe('what may not be asked', () => {
  it('is refused by its method, with those that are known', async () => {
    for (const route of onDemand)
      for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
        const { status, headers } = await ask({ method, path: filledIn(route)[0] ?? '' });
        expect([status, headers.allow], `${method} ${route}`).toEqual([405, methodsOf(route).join(', ')]);
      }
    expect((await ask({ method: 'OPTIONS', path: '/n/a' })).headers.allow).toBe('GET, HEAD, POST');
    expect((await ask({ method: 'OPTIONS', path: '/about/' })).headers.allow).toBe('GET, HEAD');
  });

  it('is refused by its host, but for whoever looks whether it lives', async () => {
    const of = (Host: string, path: string) =>
      ask({ method: 'GET', path, headers: { Host } }).then(({ status }) => status);
    for (const path of ['/', '/desk/sign-in', '/n/a', '/nothing']) {
      expect(await of('elsewhere.example', path), path).toBe(421);
      expect(await of(host, path), path).not.toBe(421);
      expect(await of(`localhost:${open.port}`, path), path).not.toBe(421);
    }
    expect(await of('elsewhere.example', '/healthz')).toBe(200);
  });

  it('is no origin of ours because it says so: a form is taken from the site alone', async () => {
    const post = (Host: string, Origin: string) =>
      ask({ method: 'POST', path: '/n/a', headers: { Host, Origin } }).then(({ status }) => status);
    expect(await post(host, `https://${host}`)).toBe(404);
    expect(await post('elsewhere.example', 'http://elsewhere.example')).toBe(421);
    expect(await post(host, 'http://elsewhere.example')).toBe(403);
  });

  it('ends as a page in the language of whoever asks, with a number that the log has too', async () => {
    const asked = { method: 'PUT', path: '/desk/sign-in', headers: { 'Accept-Language': 'ja' } };
    const { text } = await ask(asked);
    expect(text).toMatch(/<html lang="ja"/);
    expect(text).not.toContain('%%');
    const id = /<strong>([0-9a-f]{8})<\/strong>/.exec(text)?.[1];
    expect(open.logged.lines()).toContainEqual(expect.objectContaining({ event: 'request-refused', id, status: 405 }));
  });

  it('leaves no token in the log, whatever is wrong with the request', async () => {
    const token = 'n.1.abcdefg.0123456789abcdefghijkl';
    const wrong = [
      { Host: 'elsewhere.example' },
      { Origin: 'https://elsewhere.example' },
      { 'Content-Type': 'multipart/form-data' },
    ];
    for (const method of ['GET', 'POST', 'TRACE', 'PUT', 'OPTIONS'])
      for (const headers of wrong) await ask({ method, path: `/n/${token}?from=${token}`, headers });
    expect(open.logged.text()).not.toContain(token);
    expect(open.logged.text()).toContain('"route":"/n/[token]"');
  });
});
