import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { negotiate } from '@fastify/accept-negotiator';
import type { SendOptions, SendResult } from '@fastify/send';
import { lookup } from 'mrmime';
import type { Log } from '#server/log/log.ts';

/** Opens one file below a folder for a request: `send` of @fastify/send, or what a test puts in its place. */
export type OpenFile = (request: IncomingMessage, path: string, options: SendOptions) => Promise<SendResult>;

export type StaticFiles = {
  /** Answers a request for a file; `false` when there is none of that name, and nothing was answered. */
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

/** Compressed copies that the build lays beside a file, the smaller first. */
const encodings = { br: '.br', gzip: '.gz' } as const;

type Encoding = keyof typeof encodings;

const inOrderOfSize: Encoding[] = ['br', 'gzip'];

const readingMethods = ['GET', 'HEAD'];

/**
 * Serves the files that lie below `folder` when it is called; a name that is not among them is never looked for on the disk. A file that can no
 * longer be read ends as status 404 and the text of `gone`, and one that breaks off half-way ends its own connection, never the process.
 */
export function staticFiles(
  folder: string,
  gone: (request: IncomingMessage) => Buffer,
  openFile: OpenFile,
  log: Log,
): StaticFiles {
  const names = namesBelow(folder);
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const name = readingMethods.includes(request.method ?? '') ? nameFor(request, names) : null;
    if (name === null) return false;
    const encoding = encodingFor(request, name, names);
    const stored = encoding ? name + encodings[encoding] : name;
    try {
      const opened = await openFile(request, encodeURI(stored), {
        root: folder,
        cacheControl: false,
        contentType: false,
      });
      if (opened.type === 'error') answerGone(request, response, gone, opened.statusCode, opened.headers);
      else await answer(response, opened, headersOf(name, encoding), (err) => tellBrokenOff(log, stored, err));
    } catch (err) {
      log.tell('file-unreadable', { file: stored, err });
      answerGone(request, response, gone, 404, {});
    }
    return true;
  };
  return { serve };
}

function namesBelow(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/')));
}

/** `/about` and `/about/` are asked for the page `/about/index.html`. */
function nameFor(request: IncomingMessage, names: ReadonlySet<string>): string | null {
  const path = decodeURI(request.url?.split(/[?#]/, 1)[0] ?? '/');
  const bare = path.replace(/\/+$/, '');
  return [path, `${bare}.html`, `${bare}/index.html`].find((name) => names.has(name)) ?? null;
}

function encodingFor({ headers }: IncomingMessage, name: string, names: ReadonlySet<string>): Encoding | null {
  const kept = inOrderOfSize.filter((encoding) => names.has(name + encodings[encoding]));
  const wanted = kept.length === 0 ? null : negotiate(String(headers['accept-encoding'] ?? ''), kept);
  return kept.find((encoding) => encoding === wanted) ?? null;
}

function headersOf(name: string, encoding: Encoding | null): Record<string, string> {
  const type = lookup(name) ?? 'application/octet-stream';
  return {
    'Content-Type': /^text\/|json$|xml$|javascript$/.test(type) ? `${type}; charset=utf-8` : type,
    // A name with a digest in it never comes to mean another file.
    'Cache-Control': name.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
  };
}

type Opened = { statusCode: number; headers: Record<string, string>; stream: Readable };

/** Headers go out once the file is open, so that one that vanished a moment ago can still be answered with a page. */
async function answer(
  response: ServerResponse,
  opened: Opened,
  ours: Record<string, string>,
  brokenOff: (error: unknown) => void,
): Promise<void> {
  const { statusCode, headers, stream } = opened;
  await readable(stream);
  response.writeHead(statusCode, { ...headers, ...ours });
  // A reader who goes away, or a disk that fails, ends this answer and no other.
  await pipeline(stream, response).catch((error: unknown) => {
    brokenOff(error);
    response.destroy();
  });
}

function tellBrokenOff(log: Log, file: string, err: unknown): void {
  const left = err instanceof Error && 'code' in err && err.code === 'ERR_STREAM_PREMATURE_CLOSE';
  log.tell(left ? 'reader-left' : 'file-unreadable', { file, err });
}

function readable(stream: Readable): Promise<void> {
  return new Promise((done, fail) => {
    stream.once('readable', done);
    stream.once('end', done);
    stream.once('error', fail);
  });
}

function answerGone(
  request: IncomingMessage,
  response: ServerResponse,
  gone: (request: IncomingMessage) => Buffer,
  status: number,
  { 'Content-Range': range }: Record<string, string>,
): void {
  const page = gone(request);
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' };
  response.writeHead(status, { ...headers, ...(range && { 'Content-Range': range }) }).end(page);
}
