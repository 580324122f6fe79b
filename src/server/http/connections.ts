import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { firstLanguage } from '#i18n/languages.ts';
import type { Log } from '#server/log/log.ts';
import { type ProblemKind, problemStatus } from './problem-kinds.ts';
import { newProblem, type ProblemPages } from './problem-pages.ts';
import { headersOf } from './response-headers.ts';

/**
 * What a server is made with: how much of a request is read, and for how long. Browsers send the headers of a page in one piece and a form of 64 kB within
 * seconds, over a telephone too; whoever takes longer holds a connection that others may need.
 */
export const serverLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
} as const;

/** A page opens six connections at most, and lets them go after five seconds; a proxy in front keeps as many as it has readers. */
export const mostConnections = 1000;

const mostRequestsPerConnection = 1000;

/** Between two lines that say the same: a flood of connections must not become one of lines. */
const quietMs = 60_000;

/** Limits what connections may cost, and answers what comes over one and is no request. */
export function mindConnections(
  server: Server,
  pages: ProblemPages,
  log: Log,
  https: boolean,
  clock: () => number,
): void {
  server.maxConnections = mostConnections;
  server.maxRequestsPerSocket = mostRequestsPerConnection;
  let toldAt = -Infinity;
  server.on('drop', () => {
    if (clock() - toldAt < quietMs) return;
    toldAt = clock();
    log.tell('connections-full', { most: mostConnections });
  });
  // Node remembers the address once it was read; of a connection that its reader has left it could not be read any more, and a page may ask for it.
  server.on('connection', (socket: Socket) => void socket.remoteAddress);
  // Without a listener such an error, as of a process that has too many files open, would end the process.
  server.on('error', (err) => log.tell('server-troubled', { err }));
  server.on('clientError', (err: NodeJS.ErrnoException, socket: Socket) => {
    const { kind, code } = kindOf(err);
    log.tell('connection-refused', { status: problemStatus[kind], code });
    if (!socket.writable || hasBegun(socket)) return void socket.destroy();
    socket.end(answerTo(kind, pages, https));
  });
}

/** Node's and its parser's names of what went wrong. */
const kinds: Readonly<Record<string, ProblemKind>> = {
  HPE_HEADER_OVERFLOW: 'headers',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'large',
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
};

function kindOf({ code = 'unknown' }: NodeJS.ErrnoException): { kind: ProblemKind; code: string } {
  return { kind: kinds[code] ?? 'unreadable', code };
}

/** An answer that is under way cannot be followed by another. */
function hasBegun(socket: Socket): boolean {
  return '_httpMessage' in socket && isSent(socket._httpMessage);
}

function isSent(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'headersSent' in message && message.headersSent === true;
}

/** There is no request, and so nobody whose language could be known. */
function answerTo(kind: ProblemKind, pages: ProblemPages, https: boolean): string {
  const page = pages(newProblem(kind), firstLanguage);
  const headers = {
    ...headersOf('problem', https),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(page)),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const status = problemStatus[kind];
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', page].join('\r\n');
}
