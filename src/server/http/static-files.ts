import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { negotiate } from '@fastify/accept-negotiator';
import type { SendOptions, SendResult } from '@fastify/send';
import { lookup } from 'mrmime';
import type { Log } from '#server/log/log.ts';
import type { Problems } from './answer-problem.ts';
import { askedPart, isSameVersion } from './byte-range.ts';
import { newProblem } from './problem-pages.ts';
import { type Headers, headersOf, kindOfFile } from './response-headers.ts';

/** Opens one file below a folder for a request: `send` of @fastify/send, or what a test puts in its place. */
export type OpenFile = (request: IncomingMessage, path: string, options: SendOptions) => Promise<SendResult>;

export type StaticFiles = {
  /** Answers a request for a file; `false` when there is none of that name, and nothing was answered. */
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

export type FileParts = {
  folder: string;
  /** Names below `folder` that no address shows. */
  hidden: readonly string[];
  openFile: OpenFile;
  problems: Problems;
  log: Log;
  https: boolean;
};

/** Compressed copies that the build lays beside a file, the smaller first. */
const encodings = { br: '.br', gzip: '.gz' } as const;

type Encoding = keyof typeof encodings;

const inOrderOfSize: Encoding[] = ['br', 'gzip'];

const readingMethods = ['GET', 'HEAD'];

/**
 * Serves the files that lie below `folder` when it is called; a name that is not among them is never looked for on the disk. A file that can no
 * longer be read ends as a page, and one that breaks off half-way ends its own connection, never the process.
 */
export function staticFiles(parts: FileParts): StaticFiles {
  const names = new Set(namesBelow(parts.folder).filter((name) => !parts.hidden.includes(name)));
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const name = nameFor(request, names);
    if (name === null) return false;
    if (!readingMethods.includes(request.method ?? ''))
      parts.problems.refuse(request, response, 'method', { Allow: readingMethods.join(', ') });
    else await serveFile(parts, request, response, name, encodingFor(request, name, names));
    return true;
  };
  return { serve };
}

async function serveFile(
  parts: FileParts,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  encoding: Encoding | null,
): Promise<void> {
  const stored = encoding ? name + encodings[encoding] : name;
  try {
    const beyond = await readRange(request, join(parts.folder, stored));
    if (beyond !== null)
      return parts.problems.refuse(request, response, 'part', { 'Content-Range': `bytes */${beyond}` });
    const options = { root: parts.folder, cacheControl: false, contentType: false } as const;
    const opened = await parts.openFile(request, encodeURI(stored), options);
    if (opened.type === 'error') return answerError(parts, request, response, stored, opened);
    const ours = { ...headersOf(kindOfFile(name), parts.https), ...typeAndEncoding(name, encoding) };
    await answer(response, opened, ours, (err) => tellBrokenOff(parts.log, stored, err));
  } catch (err) {
    cannotRead(parts, request, response, stored, err);
  }
}

function namesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'));
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

/** Leaves the library a header that names a part only where the file has it, with both its ends. The size of the file where it has no such part, and else `null`. */
async function readRange({ method, headers }: IncomingMessage, file: string): Promise<number | null> {
  const { range } = headers;
  delete headers.range;
  if (range === undefined || method !== 'GET') return null;
  const { size, mtime } = await stat(file);
  const part = isSameVersion(headers['if-range'], mtime) ? askedPart(range, size) : 'whole';
  delete headers['if-range'];
  if (part === 'beyond') return size;
  if (part !== 'whole') headers.range = `bytes=${part.start}-${part.end}`;
  return null;
}

/** Feeds have types of their own, which their endings do not tell. */
const feedTypes: readonly (readonly [RegExp, string])[] = [
  [/\/feed\.xml$/, 'application/atom+xml'],
  [/\/rss\.xml$/, 'application/rss+xml'],
  [/\/feed\.json$/, 'application/feed+json'],
];

function typeOf(name: string): string {
  const feed = feedTypes.find(([ending]) => ending.test(name))?.[1];
  return feed ?? lookup(name) ?? 'application/octet-stream';
}

function typeAndEncoding(name: string, encoding: Encoding | null): Headers {
  const type = typeOf(name);
  return {
    'Content-Type': /^text\/|json$|xml$|javascript$/.test(type) ? `${type}; charset=utf-8` : type,
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
  };
}

type Opened = { statusCode: number; headers: Record<string, string>; stream: Readable };

/** Headers go out once the file is open, so that one that vanished a moment ago can still be answered with a page. */
async function answer(
  response: ServerResponse,
  { statusCode, headers, stream }: Opened,
  ours: Headers,
  brokenOff: (error: unknown) => void,
): Promise<void> {
  try {
    await readable(stream);
    response.writeHead(statusCode, { ...headers, ...ours });
    // A reader who goes away, or a disk that fails, ends this answer and no other.
    await pipeline(stream, response).catch((error: unknown) => {
      brokenOff(error);
      response.destroy();
    });
  } finally {
    // Where the reader left before the first byte, nothing else closes the file.
    stream.destroy();
  }
}

/** Whatever becomes of a stream is heard to its end: an error that nobody hears would end the process. */
function readable(stream: Readable): Promise<void> {
  return new Promise((done, fail) => {
    stream.on('error', fail);
    stream.once('readable', done);
    stream.once('end', done);
    stream.once('close', done);
  });
}

/** What Node calls the end of a connection in the middle of an answer. */
const readerLeft = ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE'];

function tellBrokenOff(log: Log, file: string, err: unknown): void {
  const left = err instanceof Error && 'code' in err && readerLeft.some((code) => code === err.code);
  log.tell(left ? 'reader-left' : 'file-broken-off', { file, err });
}

/** What the library answers besides files: a precondition that does not hold, or a file that it did not find. */
function answerError(
  parts: FileParts,
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  { statusCode, stream, metadata }: Extract<SendResult, { type: 'error' }>,
): void {
  stream.destroy();
  if (statusCode === 412) parts.problems.refuse(request, response, 'changed', {});
  else cannotRead(parts, request, response, file, metadata.error);
}

function cannotRead(
  { log, problems }: FileParts,
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  err: unknown,
): void {
  const problem = newProblem(isGone(err) ? 'vanished' : 'failed');
  log.tell('file-unreadable', { id: problem.id, file, err });
  problems.show(request, response, problem, {});
}

function isGone(err: unknown): boolean {
  if (!(err instanceof Error)) return false;
  const { code, status } = Object.assign({ code: '', status: 0 }, err);
  return code === 'ENOENT' || code === 'ENOTDIR' || status === 404;
}
