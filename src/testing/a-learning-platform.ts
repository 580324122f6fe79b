import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';

/** What the player sent, the newest last: `cmi` as scorm-again nests it. */
export type Commit = { cmi: Record<string, unknown> };

export type LearningPlatform = {
  origin: string;
  /** The page in which the course stands in a frame, as a learner opens it. `more` is known before it starts, by element. */
  launch: (edition: 'scorm-1.2' | 'scorm-2004', more: Record<string, string>) => string;
  /** Where the course alone lies. */
  course: string;
  commits: Commit[];
  /** Addresses that the package asked for and the zip does not hold. */
  missing: string[];
  close: () => Promise<void>;
};

const script = createRequire(import.meta.url)
  .resolve('scorm-again')
  .replace(/dist.*/, 'dist/');

const players = {
  'scorm-1.2': { file: 'scorm12.js', make: 'new Scorm12API(settings)', name: 'API' },
  'scorm-2004': { file: 'scorm2004.js', make: 'new Scorm2004API(settings)', name: 'API_1484_11' },
} as const;

const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** A learning platform of one course: scorm-again in the page, the package in a frame below a folder of its own, and what was committed in memory. */
export async function aLearningPlatform(zip: Uint8Array): Promise<LearningPlatform> {
  const files = new Map(Object.entries(unzipSync(zip)));
  const commits: Commit[] = [];
  const missing: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (request.method === 'POST') {
      commits.push(JSON.parse(await textOf(request)));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"result":true,"errorCode":0}');
    } else if (url.pathname === '/platform') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(platformPage(url.searchParams));
    } else if (url.pathname.startsWith('/player/')) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(script + url.pathname.slice(8)));
    } else {
      const path = url.pathname.replace(/^\/content\/123\//, '');
      const file = files.get(path);
      if (!file && path !== '/favicon.ico') missing.push(url.pathname);
      response.writeHead(file ? 200 : 404, { 'Content-Type': types[path.split('.').at(-1) ?? ''] ?? 'text/plain' });
      response.end(file);
    }
  }

  return {
    origin,
    launch: (edition, more) => `${origin}/platform?${new URLSearchParams({ edition, more: JSON.stringify(more) })}`,
    course: `${origin}/content/123/index.html`,
    commits,
    missing,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function platformPage(query: URLSearchParams): string {
  const edition = query.get('edition') === 'scorm-1.2' ? 'scorm-1.2' : 'scorm-2004';
  const { file, make, name } = players[edition];
  return `<!doctype html><title>A learning platform</title><script src="/player/${file}"></script><script>
    const settings = { autocommit: false, lmsCommitUrl: '/commit', logLevel: 5 };
    window.${name} = ${make};
    const more = ${query.get('more')};
    if (Object.keys(more).length > 0) window.${name}.loadFromFlattenedJSON(more);
  </script><iframe src="/content/123/index.html" width="800" height="600"></iframe>`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
